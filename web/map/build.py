#!/usr/bin/env python3
"""Writes the countries of the map (../src/main/resources/org/sitrep/web/countries.txt) from two packages.

npm world-atlas 2.0.2 (ISC; shapes of Natural Earth 1:50m, public domain) and npm i18n-iso-countries 7.14.0 (MIT; which ISO 3166-1 number
is which code). Needs Python 3.9 or newer and npm. The same packages give the same bytes. Run:  python3 build.py [FOLDER]
where FOLDER (default: a temporary one) keeps the packages for the next run.

One country a line: its ISO 3166-1 alpha-2 code ("-" where it has none), a tab, its rings joined by semicolons. A ring is pairs of longitude
and latitude in hundredths of a degree, the first as it is, each other as the step from the one before it.
"""
import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile

OUT = pathlib.Path(__file__).resolve().parent.parent / "src/main/resources/org/sitrep/web/countries.txt"
ATLAS, CODES = "world-atlas-2.0.2", "i18n-iso-countries-7.14.0"
NO_NUMBER = {"Kosovo": "XK"}
SMALLEST = 4  # points of the smallest ring


def package(folder, name):
    archive = folder / f"{name}.tgz"
    if not archive.exists():
        at = name.rpartition("-")
        subprocess.run(["npm", "pack", "--silent", f"{at[0]}@{at[2]}"], cwd=folder, check=True)
    return tarfile.open(archive)


def read(archive, path):
    return json.load(archive.extractfile(f"package/{path}"))


def arcs(atlas):
    """Each arc's points in hundredths of a degree (TopoJSON holds them as steps of a grid)."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round(100 * (x * sx + tx)), round(100 * (y * sy + ty))))
        yield points


def ring(lines, indexes):
    points = []
    for i in indexes:
        line = lines[i] if i >= 0 else lines[~i][::-1]
        points.extend(line[1:] if points else line)
    return [p for n, p in enumerate(points) if n == 0 or p != points[n - 1]]


def steps(points):
    before = (0, 0)
    out = []
    for x, y in points:
        out.append(f"{x - before[0]},{y - before[1]}")
        before = (x, y)
    return " ".join(out)


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp())
    atlas = read(package(folder, ATLAS), "countries-50m.json")
    codes = {number: code for code, _, number, _ in read(package(folder, CODES), "codes.json")}
    lines = list(arcs(atlas))
    out = []
    for shape in atlas["objects"]["countries"]["geometries"]:
        code = codes.get(shape.get("id", ""), NO_NUMBER.get(shape["properties"]["name"], "-"))
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [ring(lines, r) for polygon in polygons for r in polygon]
        out.append(code + "\t" + ";".join(steps(r) for r in rings if len(r) >= SMALLEST))
    OUT.write_text("\n".join(sorted(out)) + "\n", encoding="utf-8")


main()
