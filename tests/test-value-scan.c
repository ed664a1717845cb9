/* SPDX-License-Identifier: MIT
 *
 * What is read from sentences, a table for each type of value and one for what is no value at all.
 * Expected: the normalised value of each mention in order, with " | " between; dates are the date
 * module's and are left out.
 */
#include "support/suite.h"

#include "support/padded.h"
#include "value/mention.h"

typedef struct {
    const char *name;
    const char *text;
    const char *expected;
} ScanRow;

static const ScanRow number_rows[] = {
    {"plain integer", "The index closed at 1,478 after lunch.", "number:1478::eq"},
    {"decimal", "The dollar bought 132.86 at noon.", "number:132.86::eq"},
    {"leading point", "It scored .356 this month.", "number:0.356::eq"},
    {"decimal comma", "The index fell to 3,65 at noon.", "number:3.65::eq down"},
    {"mark of a prompt", "RH> 350 of them were new.", "number:350::eq"},
    {"mark of a quoted line", "She wrote this:\n> 350 of them were new.", "number:350::eq"},
    {"mark of a bound", "They counted >350 and then > 400 of them.",
     "number:350::gt | number:400::gt"},
    {"thousands with dots", "The region lost 1.234.567 of them.",
     "number:1234567::eq:change2 down"},
    {"european decimals", "It came to 1.234,56 in all.", "number:1234.56::eq"},
    {"indian groups", "They registered 12,34,567 of them.", "number:1234567::eq"},
    {"narrow spaces", "Some 1 234 567 were seen.", "number:1234567::approx +-1"},
    {"no-break space", "About 40 000 were seen.", "number:40000::approx +-10000"},
    {"torn thousands", "They marched 2, 000 strong.", "number:2000::eq"},
    {"torn thousands of a torn text", "A pre - dawn walk of 1, 500 kilometres.",
     "quantity:1500:km:eq"},
    {"a list of a torn text", "A pre - dawn call to 10, 200 and 300 of them.",
     "number:10::eq | number:200::eq | number:300::eq"},
    {"spelt out", "They found two hundred and five of them.", "number:205::eq"},
    {"hyphenated tens", "There were forty-two of them.", "number:42::eq"},
    {"mixed scale", "It was seen 5.6 million times over, or 5.6 million.",
     "count:5600000:time:eq +-100000 | number:5600000::eq +-100000"},
    {"scale and more digits", "He named 5 million 300 thousand of them.",
     "number:5300000::eq +-1000"},
    {"glued word behind digits", "They sold 3D prints of it.", ""},
    {"code of letters and digits", "The AMD3 chip came, and RM23.50 went.", "money:23.5:MYR:eq"},
    {"symbols of a lost apostrophe",
     "It wasn\xc3\xa2\xe2\x82\xac\xe2\x84\xa2t so, but \xe2\x82\xac 5 it was.", "money:5:EUR:eq"},
    {"small word of a unit", "It came in 3 of them for eur 5 at last.",
     "number:3::eq | money:5:EUR:eq"},
    {"digits and words", "He named 4 thousand 3 hundred and 21 of them.", "number:4321::eq"},
    {"hundred million", "It reached 4 hundred million by then.", "number:400000000::eq +-1000000"},
    {"thousand million", "It reached two thousand million by then.",
     "number:2000000000::eq +-1000000000"},
    {"lakh and crore", "It reached three lakh crore by then.",
     "number:3000000000000::eq +-1000000000000"},
    {"half a million", "It reached half a million by then.", "number:500000::eq +-100000"},
    {"quarter of a million", "It reached a quarter of a million by then.",
     "number:250000::eq +-10000"},
    {"one and a half million", "It reached one and a half million by then.",
     "number:1500000::eq +-100000"},
    {"million and a half", "It reached three million and a half by then.",
     "number:3500000::eq +-1000000"},
    {"point words", "The ratio was nine point nought four then.", "number:9.04::eq"},
    {"minus word", "The temperature index was minus five then.", "number:-5::eq"},
    {"minus sign", "The balance index was -50.8 then.", "number:-50.8::eq"},
    {"unicode minus", "The balance index was −12 then.", "number:-12::eq"},
    {"dozen", "They bought a dozen of them.", "number:12::eq +-12"},
    {"two dozen", "They bought two dozen of them.", "number:24::eq +-12"},
    {"tens of thousands", "Tens of thousands of them came.", "number:10000..100000::between"},
    {"hundreds of millions", "Hundreds of millions of them came.",
     "number:100000000..1000000000::between"},
    {"several hundred", "Several hundred of them came.", "number:100..1000::between"},
    {"letter k", "It drew 500k of them.", "number:500000::eq +-1000"},
    {"letter bn", "It drew 1.2bn of them.", "number:1200000000::eq +-100000000"},
    {"scientific", "It counted 1.3x10^6 of them.", "number:1300000::eq +-100000"},
    {"exponent", "It counted 12.32e+14 of them.", "number:1232000000000000::eq +-1000000000000"},
    {"forty digits are no number", "The key is 1111000000000000000000000000000000000000 today.", ""},
    {"mixed fraction", "It counted 2 1/2 of them.", "number:2.5::eq"},
    {"fraction symbol", "It counted 2½ of them.", "number:2.5::eq"},
    {"between two hundreds", "It counted between one hundred and two hundred of them.",
     "number:100..200::between +-100"},
    {"between thousands", "It counted between five thousand and ten thousand of them.",
     "number:5000..10000::between +-1000"},
    {"one of them", "Only one of them came.", "number:1::eq"},
    {"short forms of scales", "It came to 5 mn and 6.2 bn of them.",
     "number:5000000::eq +-1000000 | number:6200000000::eq +-100000000"},
    {"couple of hundred", "A couple of hundred of them came, and a couple thousand more.",
     "number:200::eq +-100 | number:2000::eq +-1000"},
    {"half of what went before", "It was cut by half to 50 of them.",
     "ratio:0.5::eq:change2 down | number:50::eq down"},
    {"swiss separators", "It had 12'345'678 of them, or 1'000.",
     "number:12345678::eq | number:1000::eq"},
    {"two of a heading", "They say the TWO of them fled.", "number:2::eq"},
    {"people who are older", "People 65 or older are there.", "number:65::ge"},
    {"run-up", "It was a run-up to 5 of them.", "number:5::eq"},
    {"torn thousands of the hurt", "A pre - dawn walk hurt 1, 400, they say.", "number:1400::eq"},
    {"spaced tilde", "It was 100 ~ 200 of them.", "number:100..200::between"},
    {"larger than or equal", "It was larger than or equal to 100.", "number:100::ge"},
    {"between one and ten", "It was between one and ten.", "number:1..10::between"},
    {"bounds in thousands", "It stood above 1000 and below 1500.", "number:1000..1500::between"},
    {"below two thousand", "It fell below 2000.", "number:2000::lt down"},
    {"close on", "It drew close on 20,000.", "number:20000::approx +-10000"},
    {"down another unit", "The average was 28,600, down 17%.",
     "number:28600::eq | percent:17:%:eq:change2 down"},
    {"step of a toll", "It rose by 12 to 1,234.", "number:12::eq:change1 up | number:1234::eq up"},
};

static const ScanRow money_rows[] = {
    {"dollars", "It cost $5.6 million to train.", "money:5600000:USD:eq +-100000"},
    {"dollars word", "It cost 5.6 million dollars to train.", "money:5600000:USD:eq +-100000"},
    {"glued billion", "It raised $1.2bn in May.", "money:1200000000:USD:eq +-100000000"},
    {"glued m", "It raised $13.6M in May.", "money:13600000:USD:eq +-100000"},
    {"spaced sign", "It raised $ 40,000 in May.", "money:40000:USD:eq"},
    {"US dollars", "It raised US$100 million in May.", "money:100000000:USD:eq +-1000000"},
    {"US dollars spaced", "It raised US $58.24 in May.", "money:58.24:USD:eq"},
    {"sign before country", "It sold for $US55,931,000 last.", "money:55931000:USD:eq"},
    {"australian after sign", "It sold for $A82,615,680 last.", "money:82615680:AUD:eq"},
    {"hong kong", "It sold for HK$5.4m last.", "money:5400000:HKD:eq +-100000"},
    {"canadian", "It sold for C$300 million last.", "money:300000000:CAD:eq +-1000000"},
    {"article is no country", "A $5,000 reward and a $20 fee.",
     "money:5000:USD:eq | money:20:USD:eq"},
    {"dollars us after", "The contract rose to $31.20 US a barrel.",
     "money:31.2:USD per [bbl_us]:eq up"},
    {"euros", "It paid €40m for him.", "money:40000000:EUR:eq +-1000000"},
    {"euro after", "He paid 1,200€ for it.", "money:1200:EUR:eq"},
    {"pounds", "It paid £1,000 to each worker.", "money:1000:GBP:eq"},
    {"pounds sterling", "It paid 3 million pounds sterling.", "money:3000000:GBP:eq +-1000000"},
    {"million pounds", "It improved to 361 million pounds.", "money:361000000:GBP:eq up +-1000000"},
    {"pounds of beef", "It recalled 26 million pounds of beef.",
     "quantity:26000000:[lb_av]:eq +-1000000"},
    {"yen", "It lost 333.6 million yen on it.", "money:333600000:JPY:eq:change2 down +-100000"},
    {"transliterated yen", "It lost Y=590 billion on it.",
     "money:590000000000:JPY:eq:change2 down +-1000000000"},
    {"transliterated pound", "It paid up to PS2.7m for it.", "money:2700000:GBP:le +-100000"},
    {"ringgit joined", "It closed at RM2.05 yesterday.", "money:2.05:MYR:eq"},
    {"code before", "It will cost EUR 125 to build.", "money:125:EUR:eq"},
    {"code joined", "It will cost USD115.5 to build.", "money:115.5:USD:eq"},
    {"code after", "It will cost 115.5 USD to build.", "money:115.5:USD:eq"},
    {"late scale", "They lost 75 USD million on it.",
     "money:75000000:USD:eq:change2 down +-1000000"},
    {"nordic millions", "It reported losses of 30 MUSD then.", "money:30000000:USD:eq +-1000000"},
    {"word code is no currency", "ALL 5 solutions are wrong.", "count:5:solution:eq"},
    {"rupees", "It owes 12,34,567.89 rupees.", "money:1234567.89:INR:eq"},
    {"shekels", "It owes 1.3 billion shekels.", "money:1300000000:ILS:eq +-100000000"},
    {"yuan", "It owes 40 yuan for it.", "money:40:CNY:eq"},
    {"swiss francs", "He was fined 10,000 Swiss francs.", "money:10000:CHF:eq"},
    {"danish crowns", "He was fined 7.5 million Danish crowns.", "money:7500000:DKK:eq +-100000"},
    {"cents", "The share lost 63 cents on Monday.", "money:0.63:USD:eq:change2 down"},
    {"cents per share", "It posted a loss of 63 cents per share.", "money:0.63:USD per share:eq"},
    {"pence glued", "At 118.5p the share is cheap.", "money:1.185:GBP:eq"},
    {"dollars and cents", "It only cost 3 dollars 50 cents.", "money:3.5:USD:eq"},
    {"sen", "The share rose 18 sen to RM23.50.",
     "money:0.18:MYR:eq:change1 up | money:23.5:MYR:eq up"},
    {"per barrel", "Crude traded at $58.24 per barrel.", "money:58.24:USD per [bbl_us]:eq"},
    {"a barrel", "Crude peaked at over $76 a barrel.", "money:76:USD per [bbl_us]:gt"},
    {"a month", "They have a $3,500 a month mortgage.", "money:3500:USD per mo:eq"},
    {"per square foot", "It works out to $21.25 per square foot.",
     "money:21.25:USD per [ft_i]2:eq"},
    {"per gallon", "Petrol averaged roughly $2.11 per gallon.",
     "money:2.11:USD per [gal_us]:approx +-0.01"},
    {"negative", "The balance was $-50.8bn in April.", "money:-50800000000:USD:eq +-100000000"},
    {"range", "The fine may be $3 billion to $5 billion.",
     "money:3000000000..5000000000:USD:between +-1000000000"},
    {"range shares scale", "It guided for $89 to $93 billion.",
     "money:89000000000..93000000000:USD:between +-1000000000"},
    {"range of its own scales", "Claims ranged from $200 to $4 million.",
     "money:200..4000000:USD:between +-1000000"},
    {"between", "It was priced between $62 and $68 per share.",
     "money:62..68:USD per share:between"},
    {"from to", "It fell from $36,040 to $34,935.", "money:34935:USD:eq down from 36040"},
    {"from to far", "It fell from $75 per barrel last year to $45.88 on Friday.",
     "money:45.88:USD:eq down from 75"},
    {"bracketed", "It cost more than 7.5 million Danish crowns ($1.1 million).",
     "money:7500000:DKK:gt +-100000 | money:1100000:USD:gt +-100000"},
    {"million dollar house", "It is a million dollar house.", "money:1000000:USD:eq +-1000000"},
    {"tens of millions", "It cost tens of millions of dollars.",
     "money:10000000..100000000:USD:between"},
    {"company before percent", "RBC 3.5% higher.", "percent:3.5:%:eq:change1 up"},
    {"reais", "It cost R$ 40 million.", "money:40000000:BRL:eq +-1000000"},
    {"rand", "It cost R1.2bn to mend.", "money:1200000000:ZAR:eq +-100000000"},
    {"a year earlier", "It made $980 million a year earlier.", "money:980000000:USD:eq +-1000000"},
    {"dispute", "It began in a dispute over $10.", "money:10:USD:eq"},
    {"below", "Oil fell below $50 a barrel.", "money:50:USD per [bbl_us]:lt down"},
    {"sign before the symbol", "It made -$5 million, or minus £3, on it.",
     "money:-5000000:USD:eq +-1000000 | money:-3:GBP:eq"},
    {"letters of a range", "It costs £3-5m, or $3-7bn, to build.",
     "money:3000000..5000000:GBP:between +-1000000 | money:3000000000..7000000000:USD:between "
     "+-1000000000"},
    {"range of two symbols", "It costs €3–€5 million to build.",
     "money:3000000..5000000:EUR:between +-1000000"},
    {"rupees with a stop", "It cost Rs. 5 crore, or Rs. 500, to build.",
     "money:50000000:INR:eq +-10000000 | money:500:INR:eq"},
    {"naira and pesos", "It cost N5 million, P7.5 million and TL1,000 to build.",
     "money:5000000:NGN:eq +-1000000 | money:7500000:PHP:eq +-100000 | money:1000:TRY:eq"},
    {"more dollars", "It lost trillions more dollars on it.",
     "money:1000000000000..10000000000000:USD:between:change2 down"},
    {"no range of negatives", "It cost $3–$5 last year.", "money:3..5:USD:between"},
    {"scale torn off", "A two - million - euro ( $2.6 - million ) booty.",
     "number:2000000::eq +-1000000 | money:2600000:USD:eq +-100000"},
    {"millions of pounds in words", "It cost three million four hundred thousand pounds.",
     "money:3400000:GBP:eq +-1000"},
    {"cents in one's pocket", "It cost 50 cents.", "money:0.5:USD:eq"},
    {"units behind a stroke", "It costs $1,900/oz, $5/MMBtu, 5c/kWh and $5/month.",
     "money:1900:USD per [oz_av]:eq | money:5:USD per 10*6.[Btu]:eq | money:0.05:USD per kW.h:eq | "
     "money:5:USD per mo:eq"},
    {"topped", "It topped $300 million; tickets start at $30.",
     "money:300000000:USD:gt +-1000000 | money:30:USD:ge"},
    {"bitcoin", "It costs 5 BTC, 6.25 bitcoin or ₿21,000.",
     "money:5:XBT:eq | money:6.25:XBT:eq | money:21000:XBT:eq"},
    {"halved", "It halved to $30 million.", "money:30000000:USD:eq down +-1000000"},
    {"per diluted share", "It made $2.35 per diluted share.", "money:2.35:USD per share:eq"},
    {"over some years", "It would raise $2.5tn over 15 years.",
     "money:2500000000000:USD:eq +-100000000000 | duration:15:a:eq"},
    {"less than what was lost", "It lost $108m, far less than the $2.9bn of others.",
     "money:108000000:USD:eq:change2 down +-1000000 | money:2900000000:USD:eq +-100000000"},
    {"lose a range", "They stand to lose 15-20 million dollars on it.",
     "money:15000000..20000000:USD:between:change2 down +-1000000"},
    {"not to exceed", "The price is not to exceed $1.50.", "money:1.5:USD:le"},
    {"above another", "It was $62,843, 1.3% above the $62,038 of others.",
     "money:62843:USD:eq | percent:1.3:%:eq | money:62038:USD:eq"},
};

static const ScanRow percent_rows[] = {
    {"sign", "It fell 66% in May.", "percent:66:%:eq:change2 down"},
    {"spaced sign", "It holds 66 % of it.", "percent:66:%:eq"},
    {"percent", "It holds 4.1 percent of it.", "percent:4.1:%:eq"},
    {"per cent", "It holds 24 per cent of it.", "percent:24:%:eq"},
    {"pc", "They were up 5pc on Monday.", "percent:5:%:eq:change1 up"},
    {"words", "It holds thirty-one percent of it.", "percent:31:%:eq"},
    {"points", "It fell by 3 percentage points.", "percent:3:pp:eq:change2 down"},
    {"basis points", "It charges 40 basis points.", "quantity:40:bp:eq"},
    {"leading point", "It fell to .001 per cent.", "percent:0.001:%:eq down"},
    {"rise by", "It rose by 10.1 percent.", "percent:10.1:%:eq:change1 up"},
    {"down", "It was down 9.2% on the year.", "percent:9.2:%:eq:change2 down"},
    {"plus sign", "The index was +0.2% at noon.", "percent:0.2:%:eq:change1 up"},
    {"minus sign", "The index was -0.3% at noon.", "percent:-0.3:%:eq"},
    {"higher after", "It finished 34.4% higher.", "percent:34.4:%:eq:change1 up"},
    {"drop after", "It was a sharp 3 percent drop.", "percent:3:%:eq:change2 down"},
    {"nearly", "It was up nearly 57% on the year.", "percent:57:%:approx:change1 up +-1"},
    {"more than", "It has more than 60 per cent of it.", "percent:60:%:gt"},
    {"just under", "It has just under 20 percent of it.", "percent:20:%:lt"},
    {"range", "It grew 5 to 7 per cent.", "percent:5..7:%:between:change1 up"},
    {"range both", "It may see a five per cent to 20 per cent rebound.",
     "percent:5..20:%:between:change1 up"},
    {"between", "It may grow between 5% and 6%.", "percent:5..6:%:between:change1 up"},
    {"from to", "It slowed from 4.8 to 4.7 percent.", "percent:4.7:%:eq down from 4.8"},
    {"shared by", "Ross fell 2.3%, Gap by 2.6%.",
     "percent:2.3:%:eq:change2 down | percent:2.6:%:eq:change2 down"},
    {"list", "It grew 10, 20 and 30 percent.",
     "percent:10:%:eq:change1 up | percent:20:%:eq | percent:30:%:eq"},
    {"owned", "It is 43.4 percent-owned by them.", "percent:43.4:%:eq"},
    {"to level", "The rate rose to 1.9% in June.", "percent:1.9:%:eq up"},
    {"or more", "It needs 50% or more of them.", "percent:50:%:ge"},
    {"down from", "It was 2.6 percent, down from 3.4 percent.",
     "percent:2.6:%:eq | percent:3.4:%:eq"},
    {"measured by another amount", "Output was 3.6% higher than 1,110 of them.",
     "percent:3.6:%:eq:change1 up | number:1110::eq"},
    {"part of a percentage point", "The rate fell 0.25 of a percentage point.",
     "percent:0.25:pp:eq:change2 down"},
    {"plus or minus", "The margin was plus or minus 3 percent.", "percent:3:%:eq"},
    {"hyphen in waiting", "It saw a 3- to 5-percent rise.", "percent:3..5:%:between:change1 up"},
    {"average", "It had an average of 50 per cent, and averaged 5 percent.",
     "percent:50:%:eq | percent:5:%:approx +-1"},
    {"edged up to", "The rate edged up to 6.1%.", "percent:6.1:%:eq up"},
    {"up to", "It was up to 5%, and went up to 7 percent.", "percent:5:%:le | percent:7:%:eq up"},
    {"a step in other words", "It rose 33 cents, or 0.5%, to end at $65.31.",
     "money:0.33:USD:eq:change1 up | percent:0.5:%:eq:change1 up | money:65.31:USD:eq up"},
    {"annualised", "Output shrank an annualised 31.4%.", "percent:31.4:%:eq:change2 down"},
    {"quickened", "Inflation quickened to 4.2 percent.", "percent:4.2:%:eq up"},
    {"no half", "Sales grew by 35 per cent this half.", "percent:35:%:eq:change1 up"},
    {"two bounds of two things", "It fell as low as 5% and rose as high as 9%.",
     "percent:5:%:ge:change2 down | percent:9:%:le:change1 up"},
};

static const ScanRow quantity_rows[] = {
    {"miles", "It lies 30 miles north.", "quantity:30:[mi_i]:eq"},
    {"hyphenated", "It is a 6-mile run.", "quantity:6:[mi_i]:eq"},
    {"word hyphenated", "It is a six-mile run.", "quantity:6:[mi_i]:eq"},
    {"km", "It ran 1.6 km west.", "quantity:1.6:km:eq"},
    {"metres long", "It is 72.7 metres long.", "quantity:72.7:m:eq"},
    {"feet and inches", "He is 5 feet 2 inches tall.", "quantity:5.16666666666667:[ft_i]:eq"},
    {"foot joined", "He is 5-foot-11 and thin.", "quantity:5.91666666666667:[ft_i]:eq"},
    {"foot quotes", "He is 5'9\" and thin.", "quantity:5.75:[ft_i]:eq"},
    {"inches in", "The length is 12 ft 2 in overall.", "quantity:12.1666666666667:[ft_i]:eq"},
    {"mph", "It had winds of 155mph early on.", "quantity:155:[mi_i]/h:eq"},
    {"miles per hour", "It moves at 800 miles per hour.", "quantity:800:[mi_i]/h:eq"},
    {"km/h", "It moves at 140 km/h at most.", "quantity:140:km/h:le"},
    {"power", "It has a 6kW motor.", "quantity:6:kW:eq"},
    {"gigawatts", "It needs 3.4 gigawatts of it.", "quantity:3.4:GW:eq"},
    {"energy", "It has a 5.5kWh battery.", "quantity:5.5:kW.h:eq"},
    {"horsepower", "It makes just under 296 hp (224 kW / 300 PS).",
     "quantity:296:[HP]:lt | quantity:224:kW:lt | quantity:300:75.kgf.m/s:lt"},
    {"torque", "It makes 450 Nm of torque.", "quantity:450:N.m:eq"},
    {"foot pounds", "It makes 332 lb-ft of torque.", "quantity:332:[lbf_av].[ft_i]:eq"},
    {"mpg", "It does 29 mpg on the road.", "quantity:29:[mi_i]/[gal_us]:eq"},
    {"litre", "It is a 1.6 litre engine.", "quantity:1.6:L:eq"},
    {"gallons", "It took 2.4 billion gallons of fuel.",
     "quantity:2400000000:[gal_us]:eq +-100000000"},
    {"barrels", "It produced 1 million barrels of oil.", "quantity:1000000:[bbl_us]:eq +-1000000"},
    {"barrels a day", "It refines 52,000 barrels a day.", "quantity:52000:[bbl_us] per d:eq"},
    {"acres", "It is a 45-acre farm.", "quantity:45:[acr_us]:eq"},
    {"square metres", "It is a 1520 sq m centre.", "quantity:1520:m2:eq"},
    {"square feet", "It has 900 square feet of space.", "quantity:900:[ft_i]2:eq"},
    {"square km", "It covers 190 km2 of it.", "quantity:190:km2:eq"},
    {"kilograms", "It is a 278kg fish.", "quantity:278:kg:eq"},
    {"tonnes", "It ships 34,500 metric tons of it.", "quantity:34500:t:eq"},
    {"pounds of weight", "He lost 25 pounds.", "quantity:25:[lb_av]:eq:change2 down"},
    {"celsius", "It hit 500 degrees Celsius at noon.", "quantity:500:Cel:eq"},
    {"celsius sign", "It hit 42°C at noon.", "quantity:42:Cel:eq"},
    {"fahrenheit minus", "It fell to minus-130 degrees Fahrenheit.",
     "quantity:-130:[degF]:eq down"},
    {"rise in degrees", "Warming of 1.5 to 2 degrees is likely.", "quantity:1.5..2:deg:between"},
    {"two systems", "It fell by 1 to 1.5 degrees Celsius (1.8 to 2.7 Fahrenheit).",
     "quantity:1..1.5:Cel:between:change2 down | quantity:1.8..2.7:[degF]:between:change2 down"},
    {"storage", "It has 64GB of storage.", "quantity:64:GBy:eq"},
    {"frequency", "It has a 120Hz screen.", "quantity:120:Hz:eq"},
    {"pressure", "It reached 113 gigapascals there.", "quantity:113:GPa:eq"},
    {"ppm", "It reached 420 ppm then.", "quantity:420:[ppm]:eq"},
    {"sound", "It reached 120 decibels there.", "quantity:120:dB:eq"},
    {"charge", "It has a 4,500 mAh battery.", "quantity:4500:mA.h:eq"},
    {"range with dash", "It is a 5-10W laser.", "quantity:5..10:W:between"},
    {"range en dash", "It took 15–22 miles.", "quantity:15..22:[mi_i]:between"},
    {"long range", "It may be between 50 and 70 miles.", "quantity:50..70:[mi_i]:between"},
    {"to descending", "It fell from 208 pounds to 193.", "quantity:193:[lb_av]:eq down from 208"},
    {"list", "They ran 10, 20 and 30 km.",
     "quantity:10:km:eq | quantity:20:km:eq | quantity:30:km:eq"},
    {"half a mile", "It lies half a mile off.", "quantity:0.5:[mi_i]:eq"},
    {"hundreds of miles", "It extends hundreds of miles into space.",
     "quantity:100..1000:[mi_i]:between"},
    {"at least", "It has wavelengths of at least 2.4 μm.", "quantity:2.4:um:ge"},
    {"sub", "It makes sub-7 nanometer chips.", "quantity:7:nm:lt"},
    {"bracketed unit", "The weight is 20 (kg).", "quantity:20:kg:eq"},
    {"inches in brackets", "It is 0.68 in (1.73 cm) thick.",
     "quantity:0.68:[in_i]:eq | quantity:1.73:cm:eq"},
    {"initial is no unit", "It stands at 800 W. Main Street.", ""},
    {"article is no unit", "Picture 2 of 12 A man walks.", ""},
    {"within the known", "Within the 41 square miles of the city it rained, within 5 km.",
     "quantity:41:[mi_i]2:eq | quantity:5:km:lt"},
    {"mile and a quarter", "They walked a mile and a quarter.", "quantity:1.25:[mi_i]:eq"},
    {"quarter mile", "They walked a quarter mile, a quarter-mile.",
     "quantity:0.25:[mi_i]:eq | quantity:0.25:[mi_i]:eq"},
    {"stone and pounds", "She weighs 12st 4lb now.", "quantity:12.2857142857143:[stone_av]:eq"},
    {"step and where it led", "It lost 1.1% to end at 1,334.20, then fell 1% at 1,320 points.",
     "percent:1.1:%:eq:change2 down | number:1334.2::eq down | percent:1:%:eq:change2 down | "
     "count:1320:point:eq down"},
    {"minus torn off", "They turned - 20 degrees Celsius into others.", "quantity:-20:Cel:eq"},
    {"low and high", "A low of 5C and a high of 12C are expected.",
     "quantity:5:Cel:ge | quantity:12:Cel:le"},
};

static const ScanRow duration_rows[] = {
    {"years", "It took 33 years.", "duration:33:a:eq"},
    {"hyphenated", "It is a five-year plan.", "duration:5:a:eq"},
    {"hours", "It takes just three hours.", "duration:3:h:eq"},
    {"less than", "It takes fewer than 3.5 seconds.", "duration:3.5:s:lt"},
    {"or", "It took three or four years.", "duration:3..4:a:between"},
    {"range", "It took 25 – 40 min.", "duration:25..40:min:between"},
    {"between words", "It takes between seven to 10 years.", "duration:7..10:a:between"},
    {"days", "They stay an average of 70 days.", "duration:70:d:eq"},
    {"decades", "It took two decades.", "duration:2:10.a:eq"},
    {"compound", "It took 3 hours and 20 minutes.", "duration:3.33333333333333:h:eq"},
    {"half hour", "It took half an hour.", "duration:0.5:h:eq"},
    {"months", "She has three months left.", "duration:3:mo:eq"},
    {"year-old", "A 27-year-old man was hurt.", "duration:27:a:eq age"},
    {"year old", "A 50 year-old man was hurt.", "duration:50:a:eq age"},
    {"words age", "A seven-year-old girl was hurt.", "duration:7:a:eq age"},
    {"years old", "He was 27 years old then.", "duration:27:a:eq age"},
    {"months old", "The baby was only ten months old.", "duration:10:mo:eq age"},
    {"of age", "It begins around 3 years of age.", "duration:3:a:approx age +-1"},
    {"aged", "A man aged 27 was hurt.", "duration:27:a:eq age"},
    {"age", "She is at the age of 21 now.", "duration:21:a:eq age"},
    {"apposition", "Ann Smith, 27, said so.", "duration:27:a:eq age"},
    {"apposition junior", "John Smith Jr., 59, said so.", "duration:59:a:eq age"},
    {"apposition noun", "Her son, 5, was hurt.", "duration:5:a:eq age"},
    {"apposition end", "It was Jamie Armstrong, 25.", "duration:25:a:eq age"},
    {"listed ages", "Two men, ages 26 and 27, were hurt.",
     "count:2:man:eq | duration:26:a:eq age | duration:27:a:eq age"},
    {"heading", "Age: 17", "duration:17:a:eq age"},
    {"million years", "It is 400 million-year-old bedrock.",
     "duration:400000000:a:eq age +-1000000"},
    {"over is during", "It pays over four years.", "duration:4:a:eq"},
    {"for over", "It ran for over four years.", "duration:4:a:gt"},
    {"range of ages", "Children aged 3 to 5 may come.", "duration:3..5:a:between age"},
    {"month is no person", "On May 5, 25, they came.", "number:25::eq"},
    {"now", "Smith, now 21, was shot.", "duration:21:a:eq age"},
    {"quoted name", "He is known as \"E.C.,\" 65, there.", "duration:65:a:eq age"},
    {"dash behind", "It hurt John Davis Jr., 16 — and others.", "duration:16:a:eq age"},
    {"one day", "One day he will leave.", ""},
    {"hour and a half", "It took an hour and a half.", "duration:1.5:h:eq"},
    {"hour and minutes", "It took an hour and 20 minutes.", "duration:1.33333333333333:h:eq"},
    {"year and months", "It took a year and six months.", "duration:1.5:a:eq"},
    {"hours and a half", "It took two hours and a half.", "duration:2.5:h:eq"},
    {"no half of a dozen", "It took two days and a half-dozen men.",
     "duration:2:d:eq | count:6:man:eq +-12"},
    {"hyphenated half", "It took five-and-a-half years.", "duration:5.5:a:eq"},
    {"age with a hyphenated half", "A 3-and-a-half-year-old boy was there.",
     "duration:3.5:a:eq age"},
    {"quarter century", "It took a quarter century, a quarter-century.",
     "duration:0.25:100.a:eq | duration:0.25:100.a:eq"},
    {"more days", "It took 30 more days and two additional weeks, three consecutive months in all.",
     "duration:30:d:eq | duration:2:wk:eq | duration:3:mo:eq"},
    {"over those minutes", "He landed one over those three minutes.", "duration:3:min:eq"},
    {"ages of a range", "The 5- to 7-year-old children had a 10- to 15-minute talk.",
     "duration:5..7:a:between age | duration:10..15:min:between"},
    {"unit behind a range of ages", "They were 15 to 17 yo then.",
     "duration:15..17:a:between age"},
    {"ages behind a group", "Two men, 18 and 20, and one woman, 19, were hurt.",
     "count:2:man:eq | duration:18:a:eq age | duration:20:a:eq age | count:1:woman:eq | "
     "duration:19:a:eq age"},
    {"ages of three", "Three boys, 9, 11 and 13, were hurt.",
     "count:3:boy:eq | duration:9:a:eq age | duration:11:a:eq age | duration:13:a:eq age"},
    {"no ages of people", "They saw two people, 18 dogs and 20 cats.",
     "count:2:person:eq | count:18:dog:eq | count:20:cat:eq"},
    {"three units", "It took 1hr 58min 30sec.", "duration:1.975:h:eq"},
    {"three units with words", "It took 2 hours, 15 minutes and 18 seconds.",
     "duration:2.255:h:eq"},
    {"ages in words", "He was aged eight or nine and she died at age ninety.",
     "duration:8..9:a:between age | duration:90:a:eq age"},
};

static const ScanRow count_rows[] = {
    {"people", "The blast killed 15 people.", "count:15:person:eq"},
    {"one person", "The blast killed one person.", "count:1:person:eq"},
    {"adjectives", "Three new primary schools opened.", "count:3:school:eq"},
    {"more", "Three more schools opened.", "count:3:school:eq"},
    {"compound", "Two police officers were hurt.", "count:2:officer:eq"},
    {"plural compound", "Twelve sports cars were sold.", "count:12:car:eq"},
    {"hyphen modifier", "They fielded 14 first-team players.", "count:14:player:eq"},
    {"comma thousands", "Ford has 13,000 workers there.", "count:13000:worker:eq"},
    {"without comma", "Ford has 13000 workers there.", "count:13000:worker:eq"},
    {"more than", "It has more than 1000 customers.", "count:1000:customer:gt"},
    {"as many as", "As many as 14 players left.", "count:14:player:le"},
    {"no fewer than", "No fewer than 40 homes burned.", "count:40:home:ge"},
    {"up to", "It creates up to 400 jobs.", "count:400:job:le"},
    {"at least", "At least 15 people died.", "count:15:person:ge"},
    {"some", "Some 300 people died.", "count:300:person:approx +-100"},
    {"about", "About 600 people died.", "count:600:person:approx +-100"},
    {"nearly", "Nearly 600 people died.", "count:600:person:approx +-100"},
    {"just over", "Just over 40 people died.", "count:40:person:gt"},
    {"under", "Under 40 people died.", "count:40:person:lt"},
    {"plus", "It has 300-plus members.", "count:300:member:ge"},
    {"plus sign", "It has 300+ members.", "count:300:member:ge"},
    {"or more", "It needs 50 or more people.", "count:50:person:ge"},
    {"and over", "Tickets are for those 5 and over.", "number:5::ge"},
    {"two bounds share a noun", "It takes at most 100 and at least 20 guests.",
     "count:20..100:guest:between"},
    {"bound of the next number", "It was above 300 and below 700 then.",
     "number:300..700::between"},
    {"falling into bounds", "It fell below 40 and above 30 then.", "number:30..40::between down"},
    {"or so", "It needs 50 or so people.", "count:50:person:approx +-10"},
    {"range", "Police saw 3 to 5 people.", "count:3..5:person:between"},
    {"range dash", "Police saw 3-5 people.", "count:3..5:person:between"},
    {"partitive", "Two of the five victims died.", "count:2:victim:eq | count:5:victim:eq"},
    {"one of the", "It is one of the best speakers.", "count:1:speaker:eq"},
    {"two of their", "Two of their dogs died.", "count:2:dog:eq"},
    {"people of a country", "It killed 12 Syrians.", "count:12:syrian:eq"},
    {"name in the noun", "It played 17 Champions League seasons.", "count:17:season:eq"},
    {"million", "It drew 80 million followers.", "count:80000000:follower:eq +-1000000"},
    {"glued m", "It drew 4.3M digital sales.", "count:4300000:sale:eq +-100000"},
    {"hundreds", "Hundreds of people came.", "count:100..1000:person:between"},
    {"dozens", "Dozens of people came.", "count:12..120:person:between"},
    {"four hundred million", "There were 4 hundred million people.",
     "count:400000000:person:eq +-1000000"},
    {"lost character", "It sold 9.8�million singles.", "count:9800000:single:eq +-100000"},
    {"joined", "It has a six-cylinder engine.", "count:6:cylinder:eq"},
    {"models", "It ordered 24 A320s then.", "count:24:a320:eq"},
    {"number in the noun", "It ordered 60 Boeing 787 jets then.", "count:60:jet:eq"},
    {"invariable", "It ordered 91 aircraft then.", "count:91:aircraft:eq"},
    {"list joined", "It has four-, five- and six-cylinder engines.",
     "count:4:cylinder:eq | count:5:cylinder:eq | count:6:cylinder:eq"},
    {"per day", "It makes three thousand tests per day.", "count:3000:test per d:eq +-1000"},
    {"not a model", "Cayman grounded two new 737 Max jets.", "count:2:jet:eq"},
    {"million lower m", "It drew 5m people.", "count:5000000:person:eq +-1000000"},
    {"across lines", "It drew 15\npeople to town.", "count:15:person:eq"},
    {"others", "It hurt three others.", "number:3::eq"},
    {"verb ends the phrase", "The top 10 list includes three newcomers.", "count:3:newcomer:eq"},
    {"to a people", "It killed 12 Iraqis.", "count:12:iraqi:eq"},
    {"points of an index", "The index rose 50 points and shed 7 points.",
     "count:50:point:eq:change1 up | count:7:point:eq:change2 down"},
    {"part of a point", "It fell by a quarter point, and half a point more.",
     "count:0.25:point:eq:change2 down | count:0.5:point:eq"},
    {"about the two", "They asked about the two men and about two men.",
     "count:2:man:eq | count:2:man:approx +-1"},
    {"bombs of some weight", "They found three 500-pound bombs.",
     "count:3:bomb:eq | quantity:500:[lb_av]:eq"},
    {"boys of an age", "They saw two 16-year-old boys.", "count:2:boy:eq"},
    {"twins", "They saw the two 27-year-olds.", "number:2::eq | duration:27:a:eq age"},
    {"engines of a double name", "Two of the Rolls-Royce Trent engines failed.",
     "count:2:engine:eq"},
    {"jets of some model", "It got five new 737 aircraft and six new A330-300E aircraft.",
     "count:5:aircraft:eq | count:6:aircraft:eq"},
    {"plurals of letters", "He had 121 RBIs and bought 12 SUVs for them.",
     "count:121:rbi:eq | count:12:suv:eq"},
    {"officers pulled up", "Seven officers pulled up.", "count:7:officer:eq"},
    {"more like", "It was more like 300 people.", "count:300:person:approx +-100"},
    {"megapixels", "It has a 48-megapixel camera.", "count:48:megapixel:eq"},
    {"species", "They counted 25 river species.", "count:25:species:eq"},
    {"one to three", "It drew one to three people.", "count:1..3:person:between"},
    {"joined small words", "There were two fatal drive-by attacks and 15 to-do items.",
     "count:2:attack:eq | count:15:item:eq"},
    {"hundreds in words", "It drew two to three hundred people.",
     "count:200..300:person:between +-100"},
    {"over some innings", "He had 12 strikeouts over seven innings, and then over 300 people came.",
     "count:12:strikeout:eq | count:7:inning:eq | count:300:person:gt"},
};

static const ScanRow ratio_rows[] = {
    {"out of", "It scored 58 out of 100.", "ratio:58/100::eq"},
    {"rating", "It has a rating of 6.1/10 there.", "ratio:6.1/10::eq"},
    {"hundred", "It scored 57/100 on the site.", "ratio:57/100::eq"},
    {"one in three", "One in three voters stayed home.", "ratio:1/3::eq"},
    {"one in ten", "It hits 1 in 10 children.", "ratio:1/10::eq"},
    {"half", "Almost half of them came.", "ratio:0.5::approx +-0.1"},
    {"two thirds", "Nearly two-thirds of them came.", "ratio:0.666666666666667::approx +-0.1"},
    {"a third", "A third of the population came.", "ratio:0.333333333333333::eq"},
    {"three quarters", "Three quarters of them came.", "ratio:0.75::eq"},
    {"fraction digits", "More than 1/2 of them came.", "ratio:0.5::gt"},
    {"over", "The answer is one over twenty.", "ratio:0.05::eq"},
    {"out of words", "One out of three Germans agrees.", "ratio:1/3::eq"},
    {"one in thousands", "The odds are 1 in 3,700.", "ratio:1/3700::eq"},
    {"by a third", "It cut them by a third to $200.",
     "ratio:0.333333333333333::eq | money:200:USD:eq"},
    {"by a quarter", "It was up by a quarter.", "ratio:0.25::eq:change1 up"},
};

static const ScanRow ordinal_rows[] = {
    {"digits", "It ranks 13th in the world.", "ordinal:13::eq"},
    {"words", "It is the third-largest city.", "ordinal:3::eq"},
    {"first half is none", "The first-half profit was good.", ""},
    {"twenty-first", "He finished twenty-first.", "ordinal:21::eq"},
    {"place", "She came in second place.", "ordinal:2::eq"},
    {"first alone is none", "The first film was better.", ""},
    {"right endings alone", "She came 21st, then 22nd, 12th and 113th.",
     "ordinal:21::eq | ordinal:22::eq | ordinal:12::eq | ordinal:113::eq"},
    {"third party", "It was bought by a third party.", "ordinal:3::eq"},
};

static const ScanRow score_rows[] = {
    {"win", "They won 3-2 on Sunday.", "score:3-2"},
    {"tie", "It was tied at 89-89 then.", "score:89-89"},
    {"descending", "They met 4-1 in the cup.", "score:4-1"},
    {"record", "They are 10-5-2 on the year, a record.", ""},
    {"vote", "It passed in a 5-4 decision.", "score:5-4"},
    {"ascending with word", "They lost 2-3 at home.", "score:2-3"},
    {"emergency call", "He called 9-1-1 at once.", ""},
    {"second of two", "They are 7-2 at home and 3-6 away.", "score:7-2 | score:3-6"},
    {"large vote", "The bill passed 220-210.", "score:220-210"},
};

static const ScanRow label_rows[] = {
    {"model", "GPT-4 was trained by OpenAI.", ""},
    {"letter and digit", "R1 and O1 were compared.", ""},
    {"llama", "Llama 3 was released.", ""},
    {"iphone", "The iPhone 11 was released.", ""},
    {"jet", "The Boeing 737 was grounded.", ""},
    {"flight", "Flight 370 vanished.", ""},
    {"index", "The FTSE 100 was flat.", ""},
    {"index hyphen", "The TA-35 index was flat.", ""},
    {"route", "They closed Route 66 for hours.", ""},
    {"section", "It is shielded by Section 230 of it.", ""},
    {"page", "He wrote it (p. 150) and on pp. 9-10 again.", ""},
    {"pence are no page", "It fell to 118p. Then 30 of them left.",
     "money:1.18:GBP:eq down | number:30::eq"},
    {"category", "It was a category 4 hurricane.", ""},
    {"game", "They met in Game 7 there.", ""},
    {"chapter words", "It is told in chapter two there.", ""},
    {"address", "He lives at 1234 Main Street there.", ""},
    {"address long", "He lives at 49 Zorro Ranch Road there.", ""},
    {"block", "It happened in the 6800 block of Main.", ""},
    {"block hyphen", "It happened in the 100-block of Main.", ""},
    {"zip", "It lies in the 90049 ZIP Code.", ""},
    {"zip in brackets", "It lies in Manassas (20109) there.", ""},
    {"phone", "Call 555-1234 today.", ""},
    {"phone long", "Call 410-396-2221 or come.", ""},
    {"phone international", "Call +1-222-222-2222 now.", ""},
    {"footnote", "It was so.[3] Then it rained.", ""},
    {"list number", "1. Key highlights were given.", ""},
    {"bracket number", "It was (1) cold and (2) wet.", ""},
    {"leading zeros", "Agent 007 came.", ""},
    {"covid", "COVID-19 spread there.", ""},
    {"last-32", "They reached a last-32 tie.", ""},
    {"hashtag", "They are #1 there.", ""},
    {"url", "See https://example.org/q=30%25%20 now.", ""},
    {"user", "Ask @user2 or x_5 now.", ""},
    {"picture", "Image 2 of 12 was blurred.", ""},
    {"slashes", "Photo 1 / 12 was blurred.", ""},
    {"lost dash", "In 1998�99 they won.", ""},
    {"no one", "No one came.", ""},
    {"that one", "That one is good.", ""},
    {"one-time", "It was a one-time offer.", ""},
    {"second half", "It fell in the second half.", ""},
    {"power", "It is 1.1^23 in the end.", ""},
    {"possessive", "The 737's wing broke.", ""},
    {"ip", "It came from 192.168.1.2 today.", ""},
    {"version", "It runs on version 14.2 there.", ""},
    {"console", "The PS5 sold well.", ""},
    {"union", "The EU27 agreed on it.", ""},
    {"model with comma", "R1, a model, came.", ""},
    {"model before noun", "The R1 model came.", ""},
    {"range of models", "They came from the 737-800 range.", ""},
    {"model with e", "The 7E7 was renamed.", ""},
    {"long digits", "The id is 12345678901234567890123.", ""},
    {"rifle", "He had a 30-30 rifle there.", ""},
    {"class letter", "It was a Class 3A game.", ""},
    {"station", "Tune in to 93-7 The Fan.", ""},
    {"caliber three", "He was 10-for-15 there.", ""},
    {"television", "The 4K screen broke.", ""},
    {"junctions", "It was closed between junctions 10 and 11.", ""},
    {"short forms of scales alone", "She moved from Moorhead, MN to Nashville, TN by train.", ""},
    {"a million of some letter", "They paid Q5 million for it.", ""},
    {"telephone in groups", "Call 0845 125 2222 or 0800 555111 now.", ""},
    {"particles", "There was much PM2.5 in it, and a 401(k) plan.", ""},
    {"two-for-one", "A two-for-one deal, a four-by-four car and a five-a-side match.", ""},
    {"number in a name", "They met at the Four Seasons hotel to see Ocean's Eleven.", ""},
    {"singer", "They heard 50 Cent sing.", ""},
    {"lines of a picture", "It has a 1080p display.", ""},
    {"under par", "She carded a six-under round at 12-under.", ""},
    {"calibre", "A .40 caliber casing, a .45-caliber gun and a 12-gauge shotgun.", ""},
    {"zero joined", "A zero-emission car in a zero-tolerance town.", ""},
    {"telephone in letters", "Call 612-692-TIPS now.", ""},
    {"indexes in small letters", "The sp 500, the stoxx 600 and the russell 2000 were open.", ""},
    {"something", "The 30-something man knew a thirty-something woman.", ""},
};

static const FactCatalog *catalog;

static void
describe(const FactMention *mention, GString *out)
{
    const FactValue *value = &mention->value;

    if (out->len > 0)
        g_string_append(out, " | ");
    fact_value_format_key(value, out);
    if ((value->flags & FACT_VALUE_IS_AGE) != 0)
        g_string_append(out, " age");
    if (value->direction != FACT_DIRECTION_NONE && fact_value_is_numeric(value))
        g_string_append(out, value->direction == FACT_DIRECTION_UP ? " up" : " down");
    if (fact_value_is_numeric(value) && (value->flags & FACT_VALUE_HAS_PRECISION) != 0) {
        g_string_append(out, " +-");
        fact_decimal_format(value->as.number.precision, out);
    }
    if (value->type != FACT_VALUE_RATIO && fact_value_is_numeric(value) &&
        (value->flags & FACT_VALUE_HAS_FROM) != 0) {
        g_string_append(out, " from ");
        fact_decimal_format(value->as.number.from, out);
    }
}

/* Mentions come in order, do not overlap, and their spans lie in the text. */
static void
assert_sound(const GArray *mentions, const FactTokens *tokens)
{
    guint last = 0;

    for (guint i = 0; i < mentions->len; i++) {
        const FactMention *mention = &g_array_index(mentions, FactMention, i);
        assert_true(mention->first >= last && mention->first < mention->last);
        assert_true(mention->core >= mention->first && mention->core < mention->last);
        assert_true(mention->last <= tokens->n);
        assert_true(mention->span.start < mention->span.end);
        assert_true(mention->span.end <= tokens->text_len);
        last = mention->last;
    }
}

static void
scan(const char *text, GString *out)
{
    g_autofree char *padded = test_padded(text);
    g_autoptr(FactArena) arena = fact_arena_new();
    g_autoptr(GArray) mentions = g_array_new(FALSE, FALSE, sizeof(FactMention));
    g_autoptr(FactMentionLists) lists = fact_mention_lists_new(catalog);
    FactTokens tokens;

    fact_tokens_init(&tokens, catalog->lexicon);
    fact_tokens_split(&tokens, padded, strlen(text));
    fact_mentions_scan(lists, &tokens, 0, tokens.n, (FactClock){0}, arena, mentions);
    assert_sound(mentions, &tokens);
    for (guint i = 0; i < mentions->len; i++) {
        const FactMention *mention = &g_array_index(mentions, FactMention, i);
        if (mention->value.type != FACT_VALUE_DATE)
            describe(mention, out);
    }
    fact_tokens_clear(&tokens);
}

static void
test_scan(void **state)
{
    const ScanRow *row = *state;
    g_autoptr(GString) found = g_string_new(NULL);

    scan(row->text, found);
    assert_string_equal(found->str, row->expected);
}

/* What a value is does not depend on where in a text it stands. */
static void
test_scan_is_local(void **state)
{
    g_autoptr(GString) once = g_string_new(NULL);
    g_autoptr(GString) thrice = g_string_new(NULL);
    g_autoptr(GString) expected = g_string_new(NULL);

    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(money_rows); i++) {
        g_autofree char *text = g_strdup_printf("It rained.\n\n%s\n\nIt rained.\n\n%s\n\nThe end.",
                                                money_rows[i].text, money_rows[i].text);
        g_string_truncate(once, 0);
        g_string_truncate(thrice, 0);
        scan(money_rows[i].text, once);
        scan(text, thrice);
        g_string_assign(expected, once->str);
        if (once->len > 0)
            g_string_append_printf(expected, " | %s", once->str);
        assert_string_equal(thrice->str, expected->str);
    }
}

static void
assert_scan(const char *text, const char *expected)
{
    g_autoptr(GString) found = g_string_new(NULL);

    scan(text, found);
    assert_string_equal(found->str, expected);
}

/* Nothing that is too large for a decimal is read as something smaller. */
static void
test_scan_long_digits(void **state)
{
    g_autoptr(GString) text = g_string_new("It cost $");

    (void)state;
    for (int i = 0; i < 10000; i++)
        g_string_append_c(text, '7');
    g_string_append(text, " and 5 people came.");
    assert_scan(text->str, "count:5:person:eq");
}

static void
test_scan_long_scales(void **state)
{
    g_autoptr(GString) text = g_string_new("It was five");
    g_autoptr(GString) found = g_string_new(NULL);

    (void)state;
    for (int i = 0; i < 1000; i++)
        g_string_append(text, " million");
    scan(text->str, found); /* whatever it is, it ends */
}

/* Texts of one repeated piece take time in proportion to their length. */
static void
test_scan_repeated(void **state)
{
    static const char *const pieces[] = {
        "from ",  "5 to ", "one ",   "$",       "1,",    "half a ",  "-5", "(5 ", "5 and ",
        "about ", "a ",    "up to ", "5 feet ", "in 5 ", "between ", "5-", "%5 ", "of the 5 "};
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GString) found = g_string_new(NULL);

    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_string_truncate(text, 0);
        g_string_truncate(found, 0);
        for (int n = 0; n < 20000; n++)
            g_string_append(text, pieces[i]);
        scan(text->str, found);
    }
}

int
main(int argc, char **argv)
{
    g_autoptr(FactLog) log = fact_log_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(FactCatalog) owned = fact_catalog_new(NULL, log, &error);
    TestSuite *suite = test_suite_new("value-scan");

    g_assert_no_error(error);
    catalog = owned;
    test_suite_add_rows(suite, test_scan, number_rows);
    test_suite_add_rows(suite, test_scan, money_rows);
    test_suite_add_rows(suite, test_scan, percent_rows);
    test_suite_add_rows(suite, test_scan, quantity_rows);
    test_suite_add_rows(suite, test_scan, duration_rows);
    test_suite_add_rows(suite, test_scan, count_rows);
    test_suite_add_rows(suite, test_scan, ratio_rows);
    test_suite_add_rows(suite, test_scan, ordinal_rows);
    test_suite_add_rows(suite, test_scan, score_rows);
    test_suite_add_rows(suite, test_scan, label_rows);
    test_suite_add(suite, test_scan_is_local);
    test_suite_add(suite, test_scan_long_digits);
    test_suite_add(suite, test_scan_long_scales);
    test_suite_add(suite, test_scan_repeated);
    return test_suite_run(suite, argc, argv);
}
