#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes facts/words/english.json and facts/wording/frequent-words.json from Debian's packages
festlex-poslex, wordnet-base, wamerican and wbritish:

    tests/support/make-words.py        (from the top of the source; writes both files)

A word is taken if WordNet knows it as a lemma and a spelling list has it in small letters. What it
can be comes from how the Penn Treebank's Wall Street Journal used it (poslex), and from WordNet
where poslex has not met it. Regular inflections are left to the loader; what WordNet's exception
lists say of these words is written out.
"""
import collections
import json
import math
import os
import re
import sys
import textwrap

DICT = "/usr/share/dict/"
WORDNET = "/usr/share/wordnet/"
POSLEX = "/usr/share/festival/dicts/wsj.wp39.poslexR"
SOURCE = (
    "WordNet 3.0, (c) 2006 Princeton University; POSLEX, (c) 1996, 1997 Centre for Speech Technology "
    "Research, University of Edinburgh; SCOWL, (c) 2000-2011 Kevin Atkinson; see README.md"
)

# In news these are far more often a name than what they mean in small letters, so that a sentence
# that begins with one speaks of a person, a place or a company.
PROPER = """
abbot abel adams adobe ali amazon archer ash atkins austin avon bailey baker baldwin ball banks barber
barker barlow barnes baron barrow barry bass baxter beck becker bell benedict bennett benson benz berg
berry bill billy bishop blackburn blair blake bloom bob bobby bologna bolt booth boulder bowen bowman
boyle bradford brady brandon brent brook brooks brown bruce bruno bud buffalo bunting burger burke burn
burns burr bush buster butler byte cain calder calvin cannon canton carl carol carpenter carson carter
carver casey cash chad chamberlain chandler chase chester chile china chuck clancy clark clay clayton
clement cliff cobb cody coke cole colin collins colt concord conn cook cooper corey cote cowan cox craig
crane crockett cromwell crow cruise cruz curry curt cyrus daisy dale dalton dame dane daniel danny davenport
davis dawson dean delaware dell denver derby derrick devon dexter dick dickens dickson dillon dirk dixie
dixon dodge dole don donald donkin donna douglas drake drew duff duke dunn dutch dyer earl eddy edison elgin
ella ellis elmer emerson emery ernest eve everest fargo faith fargo faraday ferry finch finn fisher
fletcher flint florence floyd flynn ford forrest foster fowler fox francis frank franklin franks freddy
freeman frost fuller gable gale gardener gardner garland garret garrison gary gates gene george gibson gilbert
giles gill glen glenn gore grace graham grant graves gray greene grey griffin grimes grover guy hale hancock
hank hardy harper harris harrison harry hart hatch hawk hawkins hawthorne hays hazel heath hector henry herbert
herman hertz hicks hill hobbs hobby hogan hogg holly holmes homer hood hooker hooper hoover hopkins hopper
horn houston howard howe hudson huff hugo hull hunt hunter huntsman hyde ian iris ivan ivy jack jackson
jade jaguar jake james japan jasmine jason jasper jay jean jeff jefferson jenkins jennings jenny jerry
jersey jesse jill jim jimmy joe john johns johnny johnson jones jordan joseph josh joy joyce june kane keith
kelly kelvin ken kent kerry khan kidd kim king kirk kitty knight knox lab lama lamb lambert lance lancaster
lane lang larry laurel lawrence leach lee lees leo leon leonard leslie lester lewis lily lincoln linden
lindsay lloyd locke logan london lopez lotus louis lowe lowell lucas lucifer luke luther lydia lyon lynch
lynn macdonald mack macon madison malone mandarin manila manson maria marina mark marlin marsh marshall martin
marvin mary mason matt matthew maverick max maxim maxwell may maya mayo mead mecca melody memphis mercedes
mercury merrill merry michigan mickey midas midland mike miles mill miller mills milton mitchell molly monroe
monte montgomery moody moon mooney moore morgan moroccan morocco morris morrison morse moss mozart murphy murray
myrtle nancy nash ned nelson nestle newman newport newt newton nick nicholas nicholson nick niles noble noel
nokia nora norman norris nova oates olive oliver oracle orlando oscar otto owen owens oxford packard packer
page palmer pan panda parker parsons pat patsy patton paul peabody pearl pearson peck peg peggy penn penny
percy perkins perry peter phoenix pierce piper pitt plath pluto poe polk polly poole porter portsmouth potter
pound powell prescott preston price priestly prince proctor providence pryor puma purcell putnam queens
quentin quincy quinn raleigh ralph ramsey randall randolph randy raphael ray reagan reed reeves reggie rex
reynolds rhodes rich rick ricky riley rivers rob robert robin robinson rock rod rodney roe rogers roland rolf
roman romeo ron ronald rooney roosevelt rory rosario rose rosemary ross rover rowe roy ruby rudolf rudy
rufus rush ruskin russell rusty ruth rutherford ryan sacramento sal sally sam samuel sanders sandy sarah saul
saunders savannah sawyer schiller schultz scorpio scott sean seth seymour shane shanghai shannon shaw shawn
shelby shelley shepherd sheridan sherman sherry simmons simon simpson singer singleton skinner skip slater
smith snow snyder sol sonny sparks spencer spears spartan stacy stanley star steele stein stella steph
sterling stern steve steven stevens stewart stoke stone stoner strauss stu stuart sue sullivan sumner surrey
susan sutton swan sweeney swift sydney sylvester tanner tate taylor ted terry tesla thatcher theresa thomas
thompson thornton tiffany tiger tim timothy titan toby todd tom tommy tony topeka tory townsend tracy travis
trent trevor trojan trotter troy truman trump tucker turkey turner twain tyler tyson uranus vance vandal
vanessa vaughan vaughn vera vernon vic victor victoria vince vincent viola violet virginia vivian wade wagner
waite wales walker wallace waller walls walsh walt walter walton ward warner warren warwick washington waterman
waters watkins watson watt watts wayne weaver webb weber webster weir welch wellington wells wendy wesley
weston wheeler whistler whitehall whitney wiggins wilbur wilde wilder will williams willie willis wilson windsor
winslow winston winter wolf wolfe woodward woody woolf worth wright wyatt yale yankee yates york young zack
zeus zion zulu
"""
# Of those, what is too common as an ordinary word at the head of a sentence.
NOT_PROPER = """
ball banks barber bill bolt booth brown burn cash chase clay cliff cook crane crow cruise cannon dick faith
fisher fox ferry garrison gates grace grant gray grey guy hatch hawk heath hill hobby homer hood hopper horn
hull hunt iris ivy jade joy june king knight lab lane lily lamb lotus mandarin marina mark maxim may melody
mercury mill miles mills moon noble nova olive packer page pan panda panda penny pearl pound prince puma
queens ray rich rivers rock rod rose ruby rush sandy singer skip snow sparks star sterling stern stoke stone
swift tiger titan violet walls ward waters watt watts will winter wolf worth young laurel daisy drake rusty
merry noble skinner spears gardener carpenter singleton swan concord frost gale shepherd robin maverick
hobby peg lee bass berry bell bishop coke colt curry dame dean duke dutch earl eve flint foster gene hart
hazel huff huntsman kitty lynch marlin marsh marshall moss newt oracle patsy pat peck phoenix piper price
providence roe roman rover scorpio smith sol sonny strauss swan trotter vandal viola weaver will yankee
bud buffalo burger bush sue max midland mead oats portsmouth price curt garland griffin lance dodge garret priestly
wilder hardy rob spartan stoner baron bloom gore barrow boulder dole mayo mecca beck randy hale sherry woody dun
terry leach gill finch gable fuller barker derrick duff emery jasmine lama jay jasper canton bologna savannah archer
bowman
"""
# What the rule above must not free: names first of all.
PROPER_STILL = "bush lee lynch smith"

# Forms that WordNet's lists lack or give in vain.
FORMS = {
    "am": "be", "are": "be", "is": "be", "was": "be", "were": "be", "been": "be", "being": "be",
    "has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do", "doing": "do",
    "goes": "go", "better": "good", "best": "good", "worse": "bad", "worst": "bad", "isn't": "be",
    "aren't": "be", "wasn't": "be", "weren't": "be", "hasn't": "have", "haven't": "have", "hadn't": "have",
    "don't": "do", "doesn't": "do", "didn't": "do", "won't": "will", "wouldn't": "would", "can't": "can",
    "cannot": "can", "couldn't": "could", "shouldn't": "should", "mustn't": "must",
}
PLURALS = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life",
           "wives": "wife", "knives": "knife", "thieves": "thief", "leaves": "leaf", "halves": "half",
           "feet": "foot", "teeth": "tooth", "mice": "mouse", "crises": "crisis", "policemen": "policeman",
           "firemen": "fireman", "gunmen": "gunman", "servicemen": "serviceman", "grandchildren": "grandchild"}
# Words of today's news that the sources, older, do not have.
SAME_PASTS = """beat bet bid broadcast burst bust cast cost cut fit forecast hit hurt input knit let offset output
outbid overcut preset proofread put quit read recast reset rid set shed shut slit split spread thrust typecast undercut
upset wed wet"""
PASTS = {"lied": "lie", "fed": "feed", "burnt": "burn", "leant": "lean", "shod": "shoe"}
DROP_PASTS = "wound rove bypast stove spat clove dove wove rent cleft"
DROP_PLURALS = "dive crying recta soli sterna pease stamina cambia opera genera insignia dice graffiti spaghetti confetti agenda data media bases axes ellipses candelabra"
NOUNS = """
melee methamphetamine meth grandkid sleepover dashcam bodycam lawnmower webpage mugshot takeover gunplay clifftop quinoa
spiderweb taskforce mindset cafe bandmate
app blog blogger chatbot chipmaker coronavirus crowdfunding cryptocurrency cyberattack cybersecurity
dataset deepfake drone ebook email emoji esports fentanyl gigawatt gunman gunfire hashtag hacker internet
lawmaker livestream lockdown malware microchip muggle newsroom offline online outage pandemic paywall
podcast policymaker ransomware remake rideshare robotaxi selfie semiconductor smartphone smartwatch spyware
startup streamer subreddit supercomputer superspreader takedown teaser terabyte timeline trailer tweet
unicorn update upload vaper vaping website webcam whistleblower wildfire workforce workplace youtuber
shooter shootout standoff spokesperson spokeswoman councilwoman airstrike bombmaker carmaker automaker
drugmaker homebuyer frontrunner runoff turnout shutdown crackdown meltdown bailout buyout layoff rollout
stakeholder benchmark token gigabyte megabyte petabyte chipset algorithm inference parameter hoodie hotline daycare
cellphone inbox uptick partygoer clubgoer coworker fiancé fiancée fiance fiancee seatbelt backseat nightstand slideshow
townhome rowhouse responder endangerment influencer takeaway buyback spillover cybercrime carjacking carjacker attendee
slaying lifecycle rockslide kickboxer media casing belonging drowning stabbing shooting killing bombing robbery
homebuilder bitcoin crypto vaccine variant quarantine superspreader cofounder repo takeover freelancer policyholder
"""
VERBS = "text airlift partner impact taser showcase nickname carjack livestream crowdsource onboard offload rebrand repurpose telework found wound lay fell saw ground bore bear lie grind wind rend strand rape blog email livestream tweet retweet upload download outsource monetize hack crowdfund google vape"
ADJECTIVES = "unsustainable longstanding nonlethal offsite pretrial weeklong monthlong yearlong daylong underway unincorporated citywide statewide nationwide worldwide hooded unsecured noncritical hardworking countywide online offline armed wounded"
OWN_LEMMAS = "building meeting hearing wedding painting drawing feeling finding offering filing listing opening rating ruling"
DROP_VERBS = "text airlift partner impact taser showcase nickname carjack livestream crowdsource onboard offload rebrand repurpose telework she us ha doe ti fl fir fin tam tog min sic wan bing am wa hi is as do be have can will may must ought need dare"
DROP_NOUNS = "she me who why may won oh ho cum tho etc es ea fr ed cf dis sol tor var cs ks kc do be he hi as at in no us am pm re mi la ma pa fa ti so da das ha la mo ms it its id os el ad ins on by an or is"

LINE = 96


def read_dictionary(name):
    with open(DICT + name, encoding="utf-8") as file:
        return {word.strip() for word in file if re.fullmatch(r"[a-z]+", word.strip())}


def read_poslex():
    """Word -> tag -> estimated count; the lexicon has log P(word | tag), its least is one."""
    tags = {}
    with open(POSLEX, encoding="latin1") as file:
        for line in file:
            match = re.match(r'\("(.*?)" \((.*)\) \(\)', line)
            if match:
                tags[match[1]] = {t: float(p) for t, p in re.findall(r"\((\w+) (-[\d.]+)\)", match[2])}
    least = collections.defaultdict(float)
    for entry in tags.values():
        for tag, p in entry.items():
            least[tag] = min(least[tag], p)
    return {w: {t: round(math.exp(p - least[t])) for t, p in e.items()} for w, e in tags.items()}


def read_lemmas(part):
    with open(WORDNET + "index." + part) as file:
        words = (line.split()[0] for line in file if not line.startswith(" "))
        return {word for word in words if re.fullmatch("[a-z]{2,}", word)}


def read_exceptions(part):
    with open(WORDNET + part + ".exc") as file:
        rows = (line.split() for line in file)
        return [(row[0], row[1]) for row in rows if re.fullmatch("[a-z]+", row[0] + row[1])]


def with_s(word, is_verb=False):
    """The -s form, as src/catalog/word-list.c makes it."""
    if re.search("[^aeiou]y$", word) and len(word) > 2:
        return word[:-1] + "ies"
    if re.search("(s|x|z|ch|sh)$", word):
        return word + "es"
    if is_verb and len(word) > 2 and re.search("[^aeiou]o$", word):
        return word + "es"
    return word + "s"


def with_ed(word):
    if word.endswith("e"):
        return word + "d"
    if re.search("[^aeiou]y$", word) and len(word) > 2:
        return word[:-1] + "ied"
    return word + "ed"


def with_ing(word):
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if len(word) > 2 and re.search("[^eoy]e$", word):
        return word[:-1] + "ing"
    return word + "ing"


class Maker:
    def __init__(self):
        self.spelled = set().union(
            *map(read_dictionary, ("american-english", "american-english-small", "british-english", "british-english-small")))
        self.poslex = read_poslex()
        self.wordnet = {part: read_lemmas(part) for part in ("noun", "verb", "adj", "adv")}
        self.pasts = {}
        self.plurals = {}
        self.doubling = set()
        self.forms = dict(FORMS)

    def count(self, word, *tags):
        return sum(self.poslex.get(word, {}).get(tag, 0) for tag in tags)

    def is_form(self, word):
        """Whether the word is but a form of another one: "houses", "running"."""
        for base in self.bases_of(word):
            if base != word and base in self.spelled:
                return True
        return False

    def bases_of(self, word):
        for stem, part in ((word[:-1], "noun"), (word[:-2], "noun"), (word[:-3] + "y", "noun")):
            if stem in self.wordnet["noun"] and with_s(stem) == word:
                yield stem
        for cut in (1, 2, 3, 4):
            for tail in ("", "e", "y"):
                stem = word[:-cut] + tail
                if stem in self.wordnet["verb"] and word in (with_s(stem, True), with_ed(stem), with_ing(stem)):
                    yield stem

    def parts_of(self, word):
        """The parts of speech the word is used as, by poslex where it has met it."""
        known = {part for part, words in self.wordnet.items() if word in words}
        noun = self.count(word, "nn") + self.count(with_s(word), "nns")
        verb = self.count(word, "vb", "vbp") + self.count(with_s(word, True), "vbz") + self.count(
            with_ed(word), "vbd") + self.count(with_ing(word), "vbg") // 2
        adjective = self.count(word, "jj")
        adverb = self.count(word, "rb", "rbr", "rbs")
        inflected = self.count(with_ed(word), "vbd", "vbn") + self.count(with_ing(word), "vbg")
        met = noun + verb + adjective + adverb
        if met == 0:
            return known
        used = set()
        for part, n in (("noun", noun), ("verb", verb), ("adj", adjective), ("adv", adverb)):
            if n >= max(1, met * 0.02) and (part in known or part != "verb" and n >= met * 0.5):
                used.add(part)
        if "verb" in known and inflected >= 3 and self.count(word, "vb", "vbp") > 0:
            used.add("verb") # "price", nearly always a noun, has "priced"
        return used or known

    def is_verb_form(self, form, base):
        return form in self.spelled or form in self.poslex

    def is_past(self, form):
        """Whether a past form is not, in print, mostly something else: "ground", "rent"."""
        past = self.count(form, "vbd", "vbn")
        return form not in DROP_PASTS.split() and past >= 0.3 * sum(self.poslex.get(form, {}).values())

    def collect_exceptions(self, nouns, verbs, adjectives):
        for form, base in read_exceptions("verb"):
            if base not in verbs or not self.is_verb_form(form, base) or form == base:
                continue
            if form in (base + base[-1] + "ed", base + base[-1] + "ing"):
                self.doubling.add(base)
            elif not form.endswith("ing") and form not in (with_s(base, True), with_ed(base)) and self.is_past(form):
                self.pasts.setdefault(form, base)
        for form, base in read_exceptions("noun"):
            is_used = form in self.spelled and base in nouns and form not in [base, with_s(base)] + DROP_PLURALS.split()
            if is_used and with_s(form[:-1]) != form and form[:-1] not in nouns:
                self.plurals.setdefault(form, base)
        for base in nouns:
            if base.endswith("man") and base[:-2] + "en" in self.spelled:
                self.plurals.setdefault(base[:-2] + "en", base)
        for form, base in read_exceptions("adj"):
            if base in adjectives and form in self.spelled and form != base and form not in verbs:
                self.forms.setdefault(form, base)

    def collect_comparatives(self, adjectives, verbs, forms_of):
        for base in adjectives:
            stem = base[:-1] if base.endswith("e") else base[:-1] + "i" if re.search("[^aeiou]y$", base) else base
            for ending, tag in (("er", ("jjr", "rbr")), ("est", ("jjs", "rbs"))):
                form = stem + ending
                if self.count(form, *tag) > 0 and form not in self.forms and form not in verbs:
                    forms_of[form] = base


def wrap(words):
    return textwrap.wrap(" ".join(sorted(words)), LINE, break_long_words=False, break_on_hyphens=False)


def frequent_words(maker):
    """The words that begin most of English prose: poor anchors."""
    totals = sorted(((sum(c for t, c in e.items() if t not in ("nnp", "nnps", "punc")), w)
                     for w, e in maker.poslex.items() if re.fullmatch("[a-z]{2,}", w)), reverse=True)
    return [word for _, word in totals[:400]]


def write_json(path, value):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=2)
        file.write("\n")


class Collection:
    """The words of each member of the file, and what is left over."""

    def __init__(self, maker):
        self.maker = maker
        self.by_part = collections.defaultdict(set)
        self.words = self.collect_words()
        self.divide()

    def collect_words(self):
        lemmas = set().union(*self.maker.wordnet.values())
        words = lemmas & self.maker.spelled
        for word, entry in self.maker.poslex.items():
            proper = entry.get("nnp", 0) + entry.get("nnps", 0)
            if re.fullmatch("[a-z]{2,}", word) and word in self.maker.spelled and sum(entry.values()) > 3 * proper:
                words.add(word)
        return words

    def divide(self):
        maker = self.maker
        exceptional = {f for part in ("noun", "verb") for f, base in read_exceptions(part) if base in self.words}
        for word in self.words:
            parts = maker.parts_of(word)
            is_form = maker.is_form(word) or word in exceptional
            is_noun = word in maker.wordnet["noun"] and with_s(word) in maker.spelled and not word.endswith("s")
            if is_form and not parts & {"adj", "adv"} and not maker.count(word, "nn", "vb") > 3:
                if is_noun:
                    self.by_part["noun"].add(word)
                continue
            for part in parts:
                self.by_part[part].add(word)
        for part, words in (("noun", NOUNS), ("verb", VERBS), ("adj", ADJECTIVES)):
            self.by_part[part] |= set(words.split())
        self.by_part["noun"] -= set(DROP_NOUNS.split())
        self.by_part["verb"] -= set(DROP_VERBS.split())

    def rare(self, part, drop, form):
        """Words that WordNet knows so, that are mostly something else, but have the form."""
        return {w for w in self.maker.wordnet[part] - self.by_part[part] - set(drop.split())
                if len(w) > 2 and w in self.maker.spelled and form(w) in self.maker.spelled and not self.maker.is_form(w)}

    def mass_nouns(self):
        nouns = self.by_part["noun"]
        maker = self.maker
        mass = {n for n in nouns if with_s(n) not in maker.spelled and with_s(n) not in maker.poslex}
        mass |= {n for n in nouns if n.endswith("s") and maker.count(n, "nns") > maker.count(n, "nn")}
        return mass - set(NOUNS.split())

    def add_plurals_in_oes(self):
        for noun in self.by_part["noun"]:
            if re.search("[^aeiou]o$", noun) and noun + "es" in self.maker.spelled:
                self.maker.plurals.setdefault(noun + "es", noun)

    def add_other_pasts(self):
        """Verbs with an irregular past that have the regular one, too: "showed", "canceled"."""
        maker = self.maker
        for base in set(maker.pasts.values()) | maker.doubling:
            if base not in self.by_part["verb"] or base + "e" in maker.wordnet["verb"]:
                continue
            past = with_ed(base)
            if past in maker.spelled and past not in maker.pasts and past not in maker.wordnet["noun"] | maker.wordnet["verb"]:
                maker.pasts[past] = base
            if base in maker.doubling and with_ing(base) in maker.spelled:
                maker.forms[with_ing(base)] = base
        for base in maker.doubling & set(maker.pasts.values()):
            if base + base[-1] + "ed" in maker.spelled:
                maker.pasts[base + base[-1] + "ed"] = base

    def add_rare_doubling(self):
        maker = self.maker
        for form, base in read_exceptions("verb"):
            if base in maker.wordnet["verb"] - self.by_part["verb"] and base in maker.spelled and form in maker.spelled:
                if form == base + base[-1] + "ed" and base not in DROP_VERBS.split():
                    maker.pasts.setdefault(form, base)
                if form == base + base[-1] + "ing" and base not in DROP_VERBS.split():
                    maker.forms.setdefault(form, base)

    def own_lemmas(self):
        """Nouns in -ing that are hardly ever verbs: "building"."""
        maker = self.maker
        return {n for n in self.by_part["noun"] if n.endswith("ing") and maker.count(n, "nn") >= 5
                and maker.count(n, "nn") >= 0.85 * maker.count(n, "nn", "vbg")} | set(OWN_LEMMAS.split())

    def covered(self, members):
        """All words and forms that the loader will know."""
        known = set().union(*(members[m] for m in members if isinstance(members[m], set)))
        known |= {with_s(n) for n in members["nouns"] | members["rare_nouns"]}
        for verb in members["verbs"] | members["doubling_verbs"] | members["rare_verbs"]:
            known |= {with_s(verb, True), with_ed(verb), with_ing(verb), verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
        return known | set(self.maker.pasts) | set(self.maker.plurals) | set(self.maker.forms)

    def members(self):
        maker = self.maker
        part = self.by_part
        maker.collect_exceptions(part["noun"], part["verb"], part["adj"])
        maker.plurals.update(PLURALS)
        maker.pasts.update({verb: verb for verb in SAME_PASTS.split() if verb in part["verb"]})
        maker.pasts.update(PASTS)
        comparatives = {}
        maker.collect_comparatives(part["adj"], part["verb"], comparatives)
        part["adj"] |= set(comparatives)
        maker.forms.update(comparatives)
        self.add_plurals_in_oes()
        self.add_other_pasts()
        self.add_rare_doubling()
        mass = self.mass_nouns()
        proper = (set(PROPER.split()) - set(NOT_PROPER.split())) | set(PROPER_STILL.split())
        members = {
            "nouns": part["noun"] - mass, "mass_nouns": mass, "rare_nouns": self.rare("noun", DROP_NOUNS, with_s),
            "verbs": part["verb"] - maker.doubling, "doubling_verbs": part["verb"] & maker.doubling,
            "rare_verbs": self.rare("verb", DROP_VERBS, with_ed), "adjectives": part["adj"], "adverbs": part["adv"],
            "proper": proper & set().union(*part.values()), "lemmas": self.own_lemmas(),
        }
        members["others"] = {w for w in maker.spelled if len(w) > 1} - self.covered(members) - set(PROPER.split())
        return members


def main():
    maker = Maker()
    members = Collection(maker).members()
    result = {name: wrap(words) for name, words in members.items()}
    for name in ("plurals", "pasts", "forms"):
        result[name] = dict(sorted(getattr(maker, name).items()))
    top = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "facts")
    write_json(os.path.join(top, "words", "english.json"),
               {"$schema": "../schema/words.schema.json", "source": SOURCE, "words": result})
    write_json(os.path.join(top, "wording", "frequent-words.json"),
               {"$schema": "../schema/wording.schema.json", "source": SOURCE,
                "wording": {"frequent-words": sorted(frequent_words(maker))}})
    if "-v" in sys.argv:
        print({k: sum(len(l.split()) for l in v) if isinstance(v, list) else len(v) for k, v in result.items()})


if __name__ == "__main__":
    main()
