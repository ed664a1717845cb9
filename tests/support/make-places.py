#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes facts/places/world.json: countries and subdivisions with their codes from Debian's package
iso-codes, what newspapers call them, adjectives, regions and cities from the tables below.

    tests/support/make-places.py        (from the top of the source; writes the file)

A table's row is `code|label|other names|adjectives and people`, names parted by commas. A name that
two places share goes to the first: the order is regions, countries, subdivisions, cities.
"""
import json
import os
import re
import unicodedata

ISO = "/usr/share/iso-codes/json/"
SOURCE = "codes and names of countries and subdivisions: iso-codes 4.15 (LGPL-2.1+), see README.md"

# id|label|other names|adjectives|parent regions|members
REGIONS = """
africa|Africa||African,Africans||
africa/north|North Africa|Northern Africa|North African,North Africans|africa|DZ EG LY MA SD TN EH
africa/west|West Africa|Western Africa|West African,West Africans|africa|BJ BF CV CI GM GH GN GW LR ML MR NE NG SN SL TG SH
africa/east|East Africa|Eastern Africa|East African,East Africans|africa|BI KM DJ ER ET KE MG MW MU MZ RW SC SO SS TZ UG ZM ZW RE YT IO
africa/central|Central Africa|Middle Africa|Central African|africa|AO CM CF TD CG CD GQ GA ST
africa/southern|Southern Africa||Southern African|africa|BW SZ LS NA ZA
asia|Asia||Asian,Asians||
asia/east|East Asia|Eastern Asia|East Asian,East Asians|asia|CN HK JP KP KR MO MN TW
asia/southeast|Southeast Asia|South East Asia,South-East Asia|Southeast Asian|asia|BN KH ID LA MY MM PH SG TH TL VN
asia/south|South Asia|Southern Asia|South Asian,South Asians|asia|AF BD BT IN MV NP PK LK
asia/central|Central Asia||Central Asian|asia|KZ KG TJ TM UZ
middle-east|Middle East|Mideast,Near East|Middle Eastern|asia|BH IR IQ IL JO KW LB OM PS QA SA SY TR AE YE
caucasus|Caucasus|South Caucasus|Caucasian|asia|AM AZ GE
europe|Europe||European,Europeans||
europe/western|Western Europe||Western European,Western Europeans|europe|AT BE FR DE LI LU MC NL CH GB IE
europe/northern|Northern Europe|||europe|IS AX FO IM JE GG
europe/scandinavia|Scandinavia|Nordic countries,the Nordics|Scandinavian,Scandinavians,Nordic|europe/northern|DK FI NO SE
europe/baltics|Baltics|Baltic states|Baltic|europe/northern|EE LV LT
europe/eastern|Eastern Europe||Eastern European,Eastern Europeans|europe|BY BG CZ HU MD PL RO RU SK UA
europe/southern|Southern Europe|||europe|AD IT MT PT ES SM VA GR GI CY
europe/balkans|Balkans|the Balkans,Western Balkans|Balkan|europe|AL BA HR ME MK RS SI
EU|European Union|EU,E.U.||europe|AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE
euro-area|Euro area|Eurozone,Euro zone||EU|AT BE CY HR DE EE ES FI FR GR IE IT LT LU LV MT NL PT SI SK
americas|Americas|the Americas|||
north-america|North America||North American,North Americans|americas|US CA MX GL BM PM
latin-america|Latin America||Latin American,Latin Americans|americas|MX
central-america|Central America||Central American,Central Americans|latin-america|BZ CR SV GT HN NI PA
caribbean|Caribbean|the Caribbean,West Indies||latin-america|AG BS BB CU DM DO GD HT JM KN LC VC TT AI AW BQ KY CW GP MQ MS PR BL MF SX TC VG VI
south-america|South America||South American,South Americans|latin-america|AR BO BR CL CO EC FK GF GY PY PE SR UY VE
oceania|Oceania|Australasia|||AU NZ
pacific-islands|Pacific Islands|South Pacific|Pacific Islander,Pacific Islanders|oceania|FJ PG SB VU KI MH FM NR PW WS TO TV AS CK PF GU NC NU NF MP PN TK WF
"""

COUNTRIES = """
AD|Andorra||Andorran,Andorrans
AE|United Arab Emirates|UAE,U.A.E.,the Emirates|Emirati,Emiratis
AF|Afghanistan||Afghan,Afghans
AG|Antigua and Barbuda||Antiguan,Antiguans
AL|Albania||Albanian,Albanians
AM|Armenia||Armenian,Armenians
AO|Angola||Angolan,Angolans
AR|Argentina||Argentine,Argentines,Argentinian,Argentinians,Argentinean
AT|Austria||Austrian,Austrians
AU|Australia||Australian,Australians
AW|Aruba||Aruban,Arubans
AZ|Azerbaijan||Azerbaijani,Azerbaijanis,Azeri
BA|Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Bosnian,Bosnians
BB|Barbados||Barbadian,Barbadians
BD|Bangladesh||Bangladeshi,Bangladeshis
BE|Belgium||Belgian,Belgians
BF|Burkina Faso||Burkinabe
BG|Bulgaria||Bulgarian,Bulgarians
BH|Bahrain||Bahraini,Bahrainis
BI|Burundi||Burundian,Burundians
BJ|Benin||Beninese
BN|Brunei|Brunei Darussalam|Bruneian
BO|Bolivia||Bolivian,Bolivians
BR|Brazil||Brazilian,Brazilians
BS|Bahamas|the Bahamas,The Bahamas|Bahamian,Bahamians
BT|Bhutan||Bhutanese
BW|Botswana||Botswanan
BY|Belarus||Belarusian,Belarusians
BZ|Belize||Belizean
CA|Canada||Canadian,Canadians
CD|Democratic Republic of the Congo|DR Congo,DRC,D.R.C.,Congo-Kinshasa,Zaire,Democratic Republic of Congo|Congolese
CF|Central African Republic||
CG|Republic of the Congo|Congo-Brazzaville,Congo|
CH|Switzerland||Swiss
CI|Ivory Coast|Côte d'Ivoire,Cote d'Ivoire|Ivorian,Ivorians
CL|Chile||Chilean,Chileans
CM|Cameroon||Cameroonian,Cameroonians
CN|China|PRC,P.R.C.,People's Republic of China,mainland China,Mainland China|Chinese
CO|Colombia||Colombian,Colombians
CR|Costa Rica||Costa Rican,Costa Ricans
CU|Cuba||Cuban,Cubans
CV|Cape Verde|Cabo Verde|Cape Verdean
CY|Cyprus||Cypriot,Cypriots
CZ|Czech Republic|Czechia|Czech,Czechs
DE|Germany|Federal Republic of Germany|German,Germans
DJ|Djibouti||Djiboutian
DK|Denmark||Danish,Dane,Danes
DO|Dominican Republic||Dominican,Dominicans
DZ|Algeria||Algerian,Algerians
EC|Ecuador||Ecuadorian,Ecuadorians,Ecuadorean
EE|Estonia||Estonian,Estonians
EG|Egypt||Egyptian,Egyptians
EH|Western Sahara||Sahrawi
ER|Eritrea||Eritrean,Eritreans
ES|Spain||Spanish,Spaniard,Spaniards
ET|Ethiopia||Ethiopian,Ethiopians
FI|Finland||Finnish,Finn,Finns
FJ|Fiji||Fijian,Fijians
FK|Falkland Islands|the Falklands,Falklands,Malvinas|Falkland Islander,Falkland Islanders
FM|Micronesia||Micronesian
FO|Faroe Islands||Faroese
FR|France||French,Frenchman,Frenchmen,Frenchwoman
GA|Gabon||Gabonese
GB|United Kingdom|UK,U.K.,Britain,Great Britain|British,Briton,Britons
GD|Grenada||Grenadian,Grenadians
GE|Georgia (country)|Republic of Georgia|Georgian,Georgians
GH|Ghana||Ghanaian,Ghanaians
GI|Gibraltar||Gibraltarian,Gibraltarians
GL|Greenland||Greenlandic,Greenlander
GM|Gambia|the Gambia,The Gambia|Gambian,Gambians
GN|Guinea|Guinea-Conakry|Guinean,Guineans
GQ|Equatorial Guinea||Equatorial Guinean,Equatorial Guineans
GR|Greece||Greek,Greeks
GT|Guatemala||Guatemalan,Guatemalans
GU|Guam||Guamanian,Guamanians
GW|Guinea-Bissau||
GY|Guyana||Guyanese
HK|Hong Kong|HK|Hongkonger,Hongkongers,Hong Konger
HN|Honduras||Honduran,Hondurans
HR|Croatia||Croatian,Croatians,Croat,Croats
HT|Haiti||Haitian,Haitians
HU|Hungary||Hungarian,Hungarians
ID|Indonesia||Indonesian,Indonesians
IE|Ireland|Irish Republic,Republic of Ireland|Irish,Irishman,Irishmen
IL|Israel||Israeli,Israelis
IN|India||Indian,Indians
IQ|Iraq||Iraqi,Iraqis
IR|Iran|Islamic Republic of Iran|Iranian,Iranians
IS|Iceland||Icelandic,Icelander,Icelanders
IT|Italy||Italian,Italians
JM|Jamaica||Jamaican,Jamaicans
JO|Jordan||Jordanian,Jordanians
JP|Japan||Japanese
KE|Kenya||Kenyan,Kenyans
KG|Kyrgyzstan||Kyrgyz
KH|Cambodia||Cambodian,Cambodians
KM|Comoros||Comorian,Comorians,Comoran
KP|North Korea|DPRK,D.P.R.K.|North Korean,North Koreans
KR|South Korea|Republic of Korea,Korea|South Korean,South Koreans,Korean,Koreans
KW|Kuwait||Kuwaiti,Kuwaitis
KZ|Kazakhstan||Kazakh,Kazakhs,Kazakhstani
LA|Laos||Laotian,Laotians,Lao
LB|Lebanon||Lebanese
LC|Saint Lucia||Saint Lucian,St. Lucian
LI|Liechtenstein||Liechtensteiner
LK|Sri Lanka||Sri Lankan,Sri Lankans
LR|Liberia||Liberian,Liberians
LS|Lesotho||Basotho
LT|Lithuania||Lithuanian,Lithuanians
LU|Luxembourg||Luxembourger
LV|Latvia||Latvian,Latvians
LY|Libya||Libyan,Libyans
MA|Morocco||Moroccan,Moroccans
MC|Monaco||Monegasque
MD|Moldova||Moldovan,Moldovans
ME|Montenegro||Montenegrin,Montenegrins
MG|Madagascar||Malagasy
MH|Marshall Islands||Marshallese
MK|North Macedonia|Macedonia|Macedonian,Macedonians
ML|Mali||Malian,Malians
MM|Myanmar|Burma|Burmese
MN|Mongolia||Mongolian,Mongolians
MO|Macau|Macao|Macanese
MR|Mauritania||Mauritanian,Mauritanians
MT|Malta||Maltese
MU|Mauritius||Mauritian,Mauritians
MV|Maldives|the Maldives|Maldivian,Maldivians
MW|Malawi||Malawian,Malawians
MX|Mexico||Mexican,Mexicans
MY|Malaysia||Malaysian,Malaysians
MZ|Mozambique||Mozambican,Mozambicans
NA|Namibia||Namibian,Namibians
NE|Niger||Nigerien
NG|Nigeria||Nigerian,Nigerians
NI|Nicaragua||Nicaraguan,Nicaraguans
NL|Netherlands|the Netherlands,The Netherlands,Holland|Dutch,Dutchman,Dutchmen
NO|Norway||Norwegian,Norwegians
NP|Nepal||Nepali,Nepalese,Nepalis
NR|Nauru||Nauruan
NZ|New Zealand||New Zealander,New Zealanders,Kiwi
OM|Oman||Omani,Omanis
PA|Panama||Panamanian,Panamanians
PE|Peru||Peruvian,Peruvians
PF|French Polynesia||French Polynesian
PG|Papua New Guinea||Papua New Guinean,Papua New Guineans
PH|Philippines|the Philippines,The Philippines|Filipino,Filipinos,Philippine
PK|Pakistan||Pakistani,Pakistanis
PL|Poland||Polish,Pole,Poles
PR|Puerto Rico||Puerto Rican,Puerto Ricans
PS|Palestine|Palestinian territories,Palestinian Territories,State of Palestine|Palestinian,Palestinians
PT|Portugal||Portuguese
PW|Palau||Palauan,Palauans
PY|Paraguay||Paraguayan,Paraguayans
QA|Qatar||Qatari,Qataris
RO|Romania||Romanian,Romanians
RS|Serbia||Serbian,Serbians,Serb,Serbs
RU|Russia|Russian Federation|Russian,Russians
RW|Rwanda||Rwandan,Rwandans
SA|Saudi Arabia|KSA|Saudi,Saudis,Saudi Arabian
SB|Solomon Islands||Solomon Islander,Solomon Islanders
SD|Sudan||Sudanese
SE|Sweden||Swedish,Swede,Swedes
SG|Singapore||Singaporean,Singaporeans
SI|Slovenia||Slovenian,Slovenians,Slovene
SK|Slovakia||Slovak,Slovaks,Slovakian
SL|Sierra Leone||Sierra Leonean
SM|San Marino||Sammarinese
SN|Senegal||Senegalese
SO|Somalia||Somali,Somalis
SR|Suriname||Surinamese
SS|South Sudan||South Sudanese
SV|El Salvador||Salvadoran,Salvadorans
SY|Syria|Syrian Arab Republic|Syrian,Syrians
SZ|Eswatini|Swaziland|Swazi
TD|Chad||Chadian,Chadians
TG|Togo||Togolese
TH|Thailand||Thai,Thais
TJ|Tajikistan||Tajik,Tajiks
TL|East Timor|Timor-Leste|Timorese
TM|Turkmenistan||Turkmen
TN|Tunisia||Tunisian,Tunisians
TO|Tonga||Tongan,Tongans
TR|Turkey|Türkiye,Turkiye|Turkish,Turk,Turks
TT|Trinidad and Tobago|Trinidad|Trinidadian
TV|Tuvalu||Tuvaluan,Tuvaluans
TW|Taiwan|Republic of China|Taiwanese
TZ|Tanzania||Tanzanian,Tanzanians
UA|Ukraine|the Ukraine|Ukrainian,Ukrainians
UG|Uganda||Ugandan,Ugandans
US|United States|U.S.,US,USA,U.S.A.,America,United States of America,the States|American,Americans
UY|Uruguay||Uruguayan,Uruguayans
UZ|Uzbekistan||Uzbek,Uzbeks
VA|Vatican City|the Vatican,Vatican,Holy See|
VC|Saint Vincent and the Grenadines||Vincentian,Vincentians
VE|Venezuela||Venezuelan,Venezuelans
VG|British Virgin Islands||
VI|U.S. Virgin Islands|US Virgin Islands,Virgin Islands|
VN|Vietnam|Viet Nam|Vietnamese
VU|Vanuatu||Vanuatuan
WS|Samoa||Samoan,Samoans
XK|Kosovo||Kosovar,Kosovars,Kosovan
YE|Yemen||Yemeni,Yemenis
ZA|South Africa||South African,South Africans
ZM|Zambia||Zambian,Zambians
ZW|Zimbabwe||Zimbabwean,Zimbabweans
"""
# Territories and who they belong to.
BELONGS = {"HK": "CN", "MO": "CN", "PR": "US", "GU": "US", "VI": "US", "AS": "US", "MP": "US", "GL": "DK",
           "FO": "DK", "GI": "GB", "BM": "GB", "KY": "GB", "FK": "GB", "VG": "GB", "AI": "GB", "MS": "GB",
           "TC": "GB", "SH": "GB", "IO": "GB", "GP": "FR", "MQ": "FR", "GF": "FR", "RE": "FR", "YT": "FR",
           "NC": "FR", "PF": "FR", "PM": "FR", "BL": "FR", "MF": "FR", "WF": "FR", "AW": "NL", "CW": "NL",
           "SX": "NL", "BQ": "NL", "CK": "NZ", "NU": "NZ", "TK": "NZ", "NF": "AU", "AX": "FI"}
# Labels of the rest, where ISO's are not what is printed.
PLAIN = {"VC": "Saint Vincent and the Grenadines", "MF": "Saint Martin", "SX": "Sint Maarten", "TF": None, "AQ": "Antarctica",
         "BV": None, "CC": "Cocos Islands", "GS": None, "HM": None, "IO": None, "PN": None, "SJ": "Svalbard", "UM": None,
         "BQ": "Bonaire", "SH": "Saint Helena", "CX": None, "TK": None, "NF": None, "WF": None, "JE": "Jersey (island)"}

# state|abbreviation as newspapers print it|people
STATES = """
AK|Alaska||Alaskan,Alaskans
AL|Alabama|Ala.|Alabaman
AR|Arkansas|Ark.|
AZ|Arizona|Ariz.|Arizonan,Arizonans
CA|California|Calif.,Northern California,Southern California|Californian,Californians
CO|Colorado|Colo.|Coloradan,Coloradans
CT|Connecticut|Conn.|
DC|District of Columbia|D.C.,the District|
DE|Delaware|Del.|
FL|Florida|Fla.|Floridian,Floridians
GA|Georgia|Ga.|
HI|Hawaii||Hawaiian,Hawaiians
IA|Iowa||Iowan,Iowans
ID|Idaho||
IL|Illinois|Ill.|
IN|Indiana|Ind.|
KS|Kansas|Kan.|Kansan,Kansans
KY|Kentucky|Ky.|Caymanian,Caymanians
LA|Louisiana|La.|
MA|Massachusetts|Mass.|
MD|Maryland|Md.|
ME|Maine||
MI|Michigan|Mich.|
MN|Minnesota|Minn.|Minnesotan,Minnesotans
MO|Missouri|Mo.|
MS|Mississippi|Miss.|
MT|Montana|Mont.|
NC|North Carolina|N.C.|
ND|North Dakota|N.D.|
NE|Nebraska|Neb.|
NH|New Hampshire|N.H.|
NJ|New Jersey|N.J.|
NM|New Mexico|N.M.|
NV|Nevada|Nev.|
NY|New York|N.Y.,New York State,New York state|New Yorker,New Yorkers
OH|Ohio||Ohioan,Ohioans
OK|Oklahoma|Okla.|
OR|Oregon|Ore.|
PA|Pennsylvania|Pa.,Penn.|
RI|Rhode Island|R.I.|
SC|South Carolina|S.C.|Seychellois
SD|South Dakota|S.D.|
TN|Tennessee|Tenn.|
TX|Texas|Tex.|Texan,Texans
UT|Utah||
VA|Virginia|Va.|Virginian,Virginians
VT|Vermont|Vt.|
WA|Washington (state)|Wash.,Washington state,Washington State,State of Washington|
WI|Wisconsin|Wis.|
WV|West Virginia|W.Va.|
WY|Wyoming|Wyo.|
"""
# Subdivisions of other countries, as printed in English; those without a code of ISO have an id of ours.
PARTS = """
GB-ENG|England||English,Englishman,Englishmen,Englishwoman
GB-SCT|Scotland||Scottish,Scots,Scot,Scotsman,Scotsmen,Scotswoman
GB-WLS|Wales||Welsh,Welshman,Welshmen,Welshwoman
GB-NIR|Northern Ireland||Northern Irish
CA-AB|Alberta|Alta.|
CA-BC|British Columbia|B.C.|
CA-MB|Manitoba||
CA-NB|New Brunswick||
CA-NL|Newfoundland and Labrador|Newfoundland|
CA-NS|Nova Scotia||
CA-NT|Northwest Territories||
CA-NU|Nunavut||
CA-ON|Ontario|Ont.|
CA-PE|Prince Edward Island||
CA-QC|Quebec|Que.,Québec|Quebecer,Quebecers
CA-SK|Saskatchewan||
CA-YT|Yukon||
AU-ACT|Australian Capital Territory||
AU-NSW|New South Wales|NSW|
AU-NT|Northern Territory||
AU-QLD|Queensland||
AU-SA|South Australia||
AU-TAS|Tasmania||Tasmanian
AU-VIC|Victoria (Australia)|Victoria state|
AU-WA|Western Australia||
DE-BW|Baden-Württemberg|Baden-Wuerttemberg|
DE-BY|Bavaria|Bayern|Bavarian,Bavarians
DE-BB|Brandenburg||
DE-HE|Hesse|Hessen|
DE-MV|Mecklenburg-Vorpommern|Mecklenburg-Western Pomerania|
DE-NI|Lower Saxony||
DE-NW|North Rhine-Westphalia||
DE-RP|Rhineland-Palatinate||
DE-SL|Saarland||
DE-SN|Saxony||
DE-ST|Saxony-Anhalt||
DE-SH|Schleswig-Holstein||
DE-TH|Thuringia||
FR-BRE|Brittany||Breton
FR-NOR|Normandy||Norman
FR-PAC|Provence|Provence-Alpes-Côte d'Azur|
FR-20R|Corsica||Corsican
FR-GES|Alsace|Grand Est|
FR-OCC|Occitanie||
ES-CT|Catalonia||Catalan,Catalans
ES-PV|Basque Country||Basque,Basques
ES-AN|Andalusia||Andalusian
ES-GA|Galicia||Galician
ES-CN|Canary Islands|the Canaries|
ES-IB|Balearic Islands|the Balearics|
IT-25|Lombardy||
IT-34|Veneto||
IT-52|Tuscany||Tuscan
IT-82|Sicily||Sicilian
IT-88|Sardinia||Sardinian
IT-21|Piedmont||
IT-62|Lazio||
IT-72|Campania||
IT-75|Puglia|Apulia|
IT-78|Calabria||
RU-MOW|Moscow||Muscovite,Muscovites
RU-SPE|St. Petersburg|Saint Petersburg,St Petersburg|
RU-CE|Chechnya||Chechen,Chechens
RU-DA|Dagestan||Dagestani
RU-TA|Tatarstan||Tatar,Tatars
RU-KGD|Kaliningrad||
RU-BEL|Belgorod||
RU-KRS|Kursk||
RU-ROS|Rostov|Rostov-on-Don|
UA-43|Crimea|Crimean peninsula|Crimean
UA-14|Donetsk||
UA-09|Luhansk|Lugansk|
UA-23|Zaporizhzhia|Zaporizhia|
UA-65|Kherson||
UA-donbas|Donbas|Donbass|
PS-GZA|Gaza|Gaza Strip,the Gaza Strip|Gazan,Gazans
PS-WBK|West Bank|the West Bank|
IQ-KR|Iraqi Kurdistan|Kurdistan|
CN-TB|Tibet|Xizang|Tibetan,Tibetans
CN-XJ|Xinjiang||
CN-NM|Inner Mongolia||
CN-GX|Guangxi||
CN-NX|Ningxia||
MX-CHH|Chihuahua||
MX-JAL|Jalisco||
MX-SIN|Sinaloa||
MX-SON|Sonora||
MX-TAM|Tamaulipas||
MX-OAX|Oaxaca||
MX-CHP|Chiapas||
MX-GRO|Guerrero||
MX-MIC|Michoacán|Michoacan|
MX-VER|Veracruz||
MX-YUC|Yucatán|Yucatan|
MX-ROO|Quintana Roo||
MX-NLE|Nuevo León|Nuevo Leon|
MX-BCN|Baja California||
PK-SD|Sindh||Sindhi
PK-BA|Balochistan|Baluchistan|Baloch
PK-KP|Khyber Pakhtunkhwa||
PK-JK|Azad Kashmir||
IN-JK|Kashmir|Jammu and Kashmir|Kashmiri,Kashmiris
IN-PB|Punjab||Punjabi,Punjabis
ZA-GP|Gauteng||
ZA-KZN|KwaZulu-Natal||
ZA-WC|Western Cape||
ZA-EC|Eastern Cape||
ZA-LP|Limpopo||
ZA-MP|Mpumalanga||
ET-TI|Tigray||Tigrayan
SD-DF|Darfur||
NG-BO|Borno|Borno State|
NG-KD|Kaduna|Kaduna State|
NG-BY|Bayelsa||
NG-ZA|Zamfara||
ID-AC|Aceh||
ID-BA|Bali||Balinese
ID-JW|Java||Javanese
ID-SM|Sumatra||
ID-SL|Sulawesi||
ID-PA|West Papua||
PH-MIN|Mindanao||
PH-LUZ|Luzon||
"""
# Brazil's, India's, China's and Japan's are taken from ISO as they are, less what is above or unsafe.
FROM_ISO = ("BR", "IN", "CN", "JP")
ISO_SKIP = {"CN-HK", "CN-MO", "CN-TW", "CN-XZ", "CN-XJ", "CN-NM", "CN-GX", "CN-NX", "IN-JK", "IN-PB", "IN-LA", "IN-DH",
            "CN-BJ", "CN-SH", "CN-TJ", "CN-CQ", "JP-13", "JP-26", "JP-27", "JP-34", "JP-42", "IN-DL", "JP-24", "JP-41",
            "JP-39", "JP-29", "BR-RJ", "BR-SP", "BR-PA", "BR-AC", "BR-DF", "CN-SX"}

# country or state: cities; a slash adds other names, "!" says that the name alone means something else.
CITIES = """
US-DC: Washington/Washington, D.C./Washington D.C./Washington DC
US-NY: New York City/NYC/N.Y.C., Buffalo, Rochester, Albany, Syracuse, Manhattan>New York City, Brooklyn>New York City, Queens>New York City, the Bronx/Bronx>New York City, Staten Island>New York City, Harlem>Manhattan, Long Island, Yonkers
US-CA: Los Angeles/L.A./LA, San Francisco/S.F., San Diego, San Jose, Sacramento, Oakland, Fresno, Long Beach, Bakersfield, Anaheim, Santa Ana, Riverside, !Stockton, San Bernardino, Santa Barbara, Santa Monica, Pasadena, Berkeley, Palo Alto, Cupertino, Mountain View, Menlo Park, Silicon Valley, Hollywood>Los Angeles, Beverly Hills, Malibu, Compton, Inglewood, Modesto, Orange County, Santa Clara, Bay Area
US-IL: Chicago, Peoria, Rockford, Joliet, Evanston, !Aurora
US-TX: Houston, Dallas, Austin, San Antonio, Fort Worth, El Paso, Arlington, Corpus Christi, Plano, Laredo, Lubbock, Amarillo, Waco, Brownsville, McAllen, Galveston, Uvalde, Midland-Odessa, Odessa (Texas)
US-PA: Philadelphia/Philly, Pittsburgh, Allentown, Harrisburg, Scranton, !Erie
US-AZ: Phoenix, Tucson, !Mesa, Scottsdale, Tempe, Flagstaff, !Glendale
US-FL: Miami, Orlando, Tampa, Jacksonville, Tallahassee, Fort Lauderdale, St. Petersburg (Florida), Hialeah, Gainesville, Daytona Beach, Pensacola, Miami Beach, West Palm Beach, Palm Beach, Key West, Fort Myers, Parkland, Sarasota, Miami-Dade County/Miami-Dade
US-OH: Columbus, Cleveland, Cincinnati, Toledo, Akron, Dayton, Youngstown
US-NC: Charlotte, Raleigh, Greensboro, !Durham, Winston-Salem, Fayetteville, Asheville
US-IN: Indianapolis, Fort Wayne, South Bend, Evansville, !Gary
US-WA: Seattle, Tacoma, Spokane, Bellevue, Redmond
US-CO: Denver, Colorado Springs, !Boulder, Fort Collins
US-MA: Boston, Worcester, Springfield, Cambridge (Massachusetts), !Lowell
US-TN: Nashville, Memphis, Knoxville, Chattanooga
US-MI: Detroit, Grand Rapids, Lansing, !Flint, Ann Arbor, Dearborn
US-OK: Oklahoma City, Tulsa
US-OR: Portland, !Eugene, Salem
US-NV: Las Vegas, Reno, !Henderson, Carson City
US-KY: Louisville, Lexington
US-MD: Baltimore, Annapolis, Bethesda, Silver Spring, !Frederick, Hagerstown
US-WI: Milwaukee, !Madison, Green Bay, Kenosha, Racine
US-NM: Albuquerque, Santa Fe, Las Cruces
US-MO: Kansas City, St. Louis/St Louis/Saint Louis, Ferguson, Joplin
US-GA: Atlanta, Savannah, Augusta, !Macon
US-NE: Omaha, !Lincoln
US-MN: Minneapolis, St. Paul/Saint Paul, Duluth, Twin Cities
US-KS: Wichita, Topeka
US-LA: New Orleans, Baton Rouge, Shreveport, !Lafayette
US-HI: Honolulu, Maui, Oahu, Pearl Harbor, Lahaina
US-VA: Virginia Beach, Norfolk, Richmond, Alexandria, Chesapeake, Charlottesville, Newport News, Roanoke, Blacksburg
US-AL: Birmingham, !Montgomery, !Mobile, Huntsville, Tuscaloosa
US-NJ: Newark, Jersey City, Trenton, Atlantic City, !Camden, !Paterson
US-CT: Hartford, New Haven, Bridgeport, Stamford, Newtown
US-RI: !Providence
US-AK: Anchorage, Fairbanks, Juneau
US-UT: Salt Lake City, Provo
US-IA: Des Moines, Cedar Rapids, Iowa City
US-AR: Little Rock, Bentonville
US-MS: !Jackson, Biloxi, Gulfport
US-SC: Charleston, !Columbia, Greenville, Myrtle Beach
US-ID: Boise
US-MT: Billings, Missoula
US-SD: Sioux Falls, Rapid City
US-ND: Fargo, Bismarck
US-DE: Wilmington, !Dover
US-NH: Manchester (New Hampshire), !Concord
US-ME: Bangor, Portland (Maine), Lewiston
US-VT: Burlington, Montpelier
US-WV: Morgantown, !Huntington
US-WY: Cheyenne, !Casper
PR: San Juan
CA-ON: Toronto, Ottawa, !Hamilton, Mississauga, London (Ontario)
CA-QC: Montreal/Montréal, Quebec City
CA-BC: Vancouver, Victoria
CA-AB: Calgary, Edmonton, Fort McMurray, Banff
CA-MB: Winnipeg
CA-NS: Halifax
CA-SK: Saskatoon, !Regina
MX: Mexico City, Guadalajara, Monterrey, Tijuana, Cancún/Cancun, Ciudad Juárez/Ciudad Juarez/Juárez, Acapulco, Puebla, Culiacán/Culiacan, Mazatlán/Mazatlan
GB-ENG: London, Manchester, Liverpool, Leeds, Sheffield, Bristol, Newcastle, Nottingham, Leicester, Birmingham (England), Southampton, Portsmouth, Oxford, Cambridge, Brighton, Plymouth, Coventry, !Bradford, !York, Norwich, !Hull, Stoke-on-Trent, Wolverhampton, Sunderland, !Derby, Westminster>London, Heathrow>London, Merseyside, Yorkshire, Cornwall, !Kent, !Essex, Sussex, !Surrey, Norfolk (England), Devon, Lancashire, Cumbria
GB-SCT: Edinburgh, Glasgow, Aberdeen, Dundee, Inverness
GB-WLS: Cardiff, Swansea
GB-NIR: Belfast, Londonderry/Derry
IE: Dublin, !Cork, Galway, Limerick
FR: Paris, Marseille/Marseilles, Lyon, Toulouse, !Nice, Bordeaux, Lille, Strasbourg, Nantes, Cannes, Calais, Versailles, Montpellier
DE: Berlin, Hamburg, Munich, Cologne, Frankfurt, Stuttgart, Düsseldorf/Dusseldorf, Leipzig, Dresden, Hanover, Nuremberg, Bremen, Bonn, Dortmund, !Essen, Heidelberg, Wolfsburg
IT: Rome, Milan, Naples, Turin, Venice, Florence, Bologna, Genoa, Palermo, Verona, Pisa, Lampedusa, Amatrice, L'Aquila
ES: Madrid, Barcelona, Valencia, Seville, Bilbao, Málaga/Malaga, Zaragoza, Palma, Granada, Ibiza, Mallorca/Majorca, Tenerife
PT: Lisbon, Porto, Madeira, Azores
NL: Amsterdam, Rotterdam, The Hague/the Hague, Utrecht, Eindhoven
BE: Brussels, Antwerp, Ghent, Bruges
LU: Luxembourg City
CH: Zurich/Zürich, Geneva, Basel, Bern, Lausanne, Davos
AT: Vienna, Salzburg, Graz, Innsbruck
SE: Stockholm, Gothenburg, Malmö/Malmo, Uppsala
NO: Oslo, Bergen, Trondheim
DK: Copenhagen, Aarhus
FI: Helsinki, Espoo
IS: Reykjavik
PL: Warsaw, Krakow/Kraków, Gdansk/Gdańsk, Wroclaw, Lodz, Poznan
CZ: Prague, Brno
SK: Bratislava
HU: Budapest
RO: Bucharest, Cluj
BG: Sofia, Varna
GR: Athens, Thessaloniki, Crete, Lesbos, !Rhodes
RS: Belgrade
HR: Zagreb, Dubrovnik
SI: Ljubljana
BA: Sarajevo, Srebrenica
XK: Pristina
AL: Tirana
ME: Podgorica
MK: Skopje
UA: Kyiv/Kiev, Kharkiv, Odesa/Odessa, Lviv, Dnipro, Mariupol, Bakhmut, Chernobyl/Chornobyl, Bucha, Avdiivka
BY: Minsk
MD: Chisinau
LT: Vilnius
LV: Riga
EE: Tallinn
RU: Novosibirsk, Yekaterinburg, Kazan, Vladivostok, Sochi, Volgograd, Grozny, Siberia, Murmansk, Kremlin
GE: Tbilisi
AM: Yerevan
AZ: Baku
TR: Istanbul, Ankara, Izmir, Antalya, Gaziantep, Bodrum
IL: Jerusalem, Tel Aviv, Haifa, Eilat, Ashkelon, Beersheba
PS-GZA: Gaza City, Rafah, Khan Younis/Khan Yunis, Jabalia
PS-WBK: Ramallah, Hebron, Bethlehem, Jenin, Nablus
LB: Beirut, Tripoli (Lebanon), Sidon
SY: Damascus, Aleppo, Homs, Idlib, Raqqa, Latakia, Kobani
JO: Amman
IQ: Baghdad, Mosul, Basra, Kirkuk, Fallujah, Erbil/Irbil, Karbala, Najaf, Tikrit
IR: Tehran, Isfahan, Mashhad, Shiraz, Tabriz, Qom, Natanz
SA: Riyadh, Jeddah, Mecca, !Medina
AE: Dubai, Abu Dhabi, Sharjah
QA: Doha
KW: Kuwait City
OM: Muscat
YE: Sanaa/Sana'a, Aden, Hodeidah
EG: Cairo, Alexandria (Egypt), Giza, Sinai/Sinai Peninsula, Luxor, Sharm el-Sheikh
LY: Tripoli, Benghazi, Misrata, !Derna
TN: Tunis
DZ: Algiers
MA: Rabat, Casablanca, Marrakesh/Marrakech, Tangier
SD: Khartoum, Omdurman
SS: Juba
ET: Addis Ababa
KE: Nairobi, Mombasa, Garissa
TZ: Dar es Salaam, Dodoma, Zanzibar
UG: Kampala, Entebbe
RW: Kigali
CD: Kinshasa, Goma, Lubumbashi, Bukavu
NG: Lagos, Abuja, Kano, Maiduguri, Port Harcourt, Chibok, Ibadan
GH: Accra
SN: Dakar
CI: Abidjan
ML: Bamako, Timbuktu
NE: Niamey
BF: Ouagadougou
SO: Mogadishu
ZA: Johannesburg, Cape Town, Durban, Pretoria, Soweto
ZW: Harare
ZM: Lusaka
MZ: Maputo
AO: Luanda
CM: Yaoundé/Yaounde, Douala
LR: Monrovia
SL: Freetown
GN: Conakry
AF: Kabul, Kandahar, Herat, Jalalabad, Mazar-i-Sharif, Kunduz
PK: Karachi, Lahore, Islamabad, Rawalpindi, Peshawar, Quetta, Faisalabad, Abbottabad, Multan
IN: New Delhi, Delhi, Mumbai/Bombay, Bangalore/Bengaluru, Kolkata/Calcutta, Chennai/Madras, Hyderabad, Ahmedabad, Pune, Jaipur, Lucknow, Srinagar, Ayodhya, Amritsar, Bhopal, Varanasi, !Surat
BD: Dhaka, Chittagong, Cox's Bazar
LK: Colombo
NP: Kathmandu, Mount Everest
MM: Yangon/Rangoon, Naypyidaw/Naypyitaw, Mandalay
TH: Bangkok, Phuket, Chiang Mai, Pattaya
VN: Hanoi, Ho Chi Minh City/Saigon, Da Nang
KH: Phnom Penh
LA: Vientiane
MY: Kuala Lumpur, Penang, Johor, Sabah, Sarawak
ID: Jakarta, Surabaya, Bandung, Medan, Palu, Yogyakarta, Lombok
PH: Manila, Cebu, Davao, Tacloban, Quezon City
CN: Beijing, Shanghai, Shenzhen, Guangzhou, Chongqing, Tianjin, Wuhan, Chengdu, Hangzhou, Nanjing, Xi'an/Xian, Urumqi, Lhasa, Harbin, Dalian, Qingdao, Suzhou, Zhengzhou, Kunming, Xiamen, Ningbo
HK: Kowloon, Hong Kong Island
TW: Taipei, Kaohsiung, Hsinchu, Taichung
JP: Tokyo, Osaka, Kyoto, Yokohama, Nagoya, Sapporo, Kobe, Hiroshima, Nagasaki, Sendai, Nara
KR: Seoul, Busan, Incheon, Daegu, Pyeongchang
KP: Pyongyang
MN: Ulaanbaatar/Ulan Bator
KZ: Almaty, Astana
UZ: Tashkent
KG: Bishkek
TJ: Dushanbe
AU-NSW: Sydney, Newcastle (Australia), Wollongong
AU-VIC: Melbourne, Geelong
AU-QLD: Brisbane, Cairns, Gold Coast
AU-WA: Perth
AU-SA: Adelaide
AU-ACT: Canberra
AU-TAS: Hobart
AU-NT: !Darwin, Alice Springs
NZ: Auckland, Wellington, Christchurch
FJ: Suva
PG: Port Moresby
BR: São Paulo/Sao Paulo, Rio de Janeiro/Rio, Brasília/Brasilia, !Salvador, Fortaleza, Manaus, Recife, Porto Alegre, Belo Horizonte, Curitiba
AR: Buenos Aires, !Rosario, Córdoba/Cordoba, Mendoza
CL: Santiago, Valparaíso/Valparaiso
CO: Bogotá/Bogota, Medellín/Medellin, Cali, Cartagena
PE: Lima, Cusco/Cuzco
VE: Caracas, Maracaibo
EC: Quito, Guayaquil
BO: La Paz, Santa Cruz
PY: Asunción/Asuncion
UY: Montevideo
PA: Panama City
CR: !San José
GT: Guatemala City
HN: Tegucigalpa
SV: San Salvador
NI: Managua
CU: Havana, Guantánamo/Guantanamo/Guantanamo Bay
HT: Port-au-Prince
DO: Santo Domingo, Punta Cana
JM: !Kingston, Montego Bay
TT: Port of Spain
BS: Nassau
"""


def read_iso(name, key):
    with open(ISO + name, encoding="utf-8") as file:
        return json.load(file)[key]


def plain(text):
    """Without diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def slug(text):
    return re.sub("[^a-z0-9]+", "-", plain(text).lower()).strip("-")


def rows(table):
    return [line.split("|") for line in table.strip().split("\n")]


def split(names):
    return [name for name in names.split(",") if name]


class World:
    def __init__(self):
        self.places = []
        self.by_id = {}
        self.parents = {}  # country -> regions

    def add(self, id, label, names, adjectives, parents):
        place = {"id": id, "label": label}
        spoken = re.sub(r" \(.*\)$", "", label)
        names = list(dict.fromkeys([n for n in names if n != label] + ([] if spoken == label else [])))
        unaccented = [plain(n) for n in [label] + names if plain(n) != n and plain(n) not in names]
        names += [n for n in dict.fromkeys(unaccented) if n != label]
        if names:
            place["names"] = names
        if adjectives:
            place["adjectives"] = adjectives
        if parents:
            place["parents"] = parents
        if id in self.by_id:
            raise SystemExit(f"{id} twice")
        self.by_id[id] = place
        self.places.append(place)

    def add_regions(self):
        for id, label, names, adjectives, parent, members in rows(REGIONS):
            self.add(id, label, split(names), split(adjectives), split(parent))
            for code in members.split():
                self.parents.setdefault(code, []).append(id)

    def add_countries(self):
        known = {row[0]: row for row in rows(COUNTRIES)}
        codes = [entry["alpha_2"] for entry in read_iso("iso_3166-1.json", "3166-1")]
        iso = {entry["alpha_2"]: entry for entry in read_iso("iso_3166-1.json", "3166-1")}
        for code in sorted(set(codes) | set(known)):
            parents = ([BELONGS[code]] if code in BELONGS else []) + self.parents.get(code, [])
            if code == "XK":
                parents = ["europe/balkans"]
            if code in known:
                _, label, names, adjectives = known[code]
                self.add(code, label, split(names), split(adjectives), parents)
                continue
            label = PLAIN[code] if code in PLAIN else iso[code].get("common_name", iso[code]["name"])
            if label is not None:
                self.add(code, label, [], [], parents)

    def add_subdivisions(self):
        for code, label, names, adjectives in rows(STATES):
            self.add("US-" + code, label, split(names), split(adjectives), ["US"])
        for code, label, names, adjectives in rows(PARTS):
            self.add(code, label, split(names), split(adjectives), [code[:2]])
        for entry in read_iso("iso_3166-2.json", "3166-2"):
            code = entry["code"]
            if code[:2] in FROM_ISO and code not in ISO_SKIP and code not in self.by_id:
                label = re.sub(" (Sheng|Shi)$", "", entry["name"])
                label = plain(label) if code.startswith("IN-") else label
                self.add(code, label, [], [], [code[:2]])

    def with_parent(self, city, parent):
        """A city's name with what it lies in: "Jackson, Mississippi", "Jackson, Miss."."""
        place = self.by_id[parent]
        return [f"{city}, {name}" for name in [place["label"]] + [n for n in place.get("names", []) if n.endswith(".")]]

    def add_cities(self):
        ids = {}
        for line in CITIES.strip().split("\n"):
            parent, cities = line.split(": ", 1)
            for city in re.split(r", (?!D\.C\.)", cities):
                city, _, within = city.partition(">")
                names = city.lstrip("!").split("/")
                id = f"{parent}/{slug(names[0])}"
                ids[names[0]] = id
                if city.startswith("!"):
                    names = self.with_parent(names[0], parent)
                self.add(id, names[0], names[1:], [], [ids[within] if within else parent])


def write(places, path):
    with open(path, "w", encoding="utf-8") as file:
        file.write('{\n  "$schema": "../schema/places.schema.json",\n')
        file.write(f'  "source": {json.dumps(SOURCE)},\n  "places": [\n')
        file.write(",\n".join("    " + json.dumps(place, ensure_ascii=False) for place in places))
        file.write("\n  ]\n}\n")


def main():
    world = World()
    world.add_regions()
    world.add_countries()
    world.add_subdivisions()
    world.add_cities()
    top = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "facts", "places")
    os.makedirs(top, exist_ok=True)
    write(world.places, os.path.join(top, "world.json"))
    print(len(world.places), "places")


if __name__ == "__main__":
    main()
