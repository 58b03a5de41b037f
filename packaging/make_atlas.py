"""Makes resources/atlas anew from Natural Earth (public domain), as npm's world-atlas packs it.

Only land is taken, no borders: all that Natural Earth draws around Crimea is disputed. Each line is a ring:
where it starts, then the steps from point to point. A ring that crosses the 180th meridian goes on beyond
it, and one around a pole runs along the pole; whoever draws a part of the world cuts it there.
"""

import hashlib
import json
import subprocess
import tarfile
import tempfile
from itertools import accumulate, pairwise
from pathlib import Path

import resources

PACKAGE = "world-atlas@2.0.2"
SHA1 = "4bca4a578f3a413bd409c3f07f2054fe7375824f"
UNITS = {"110m": 100, "50m": 200}  # a degree, by scale

Point = tuple[float, float]
Step = tuple[int, int]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", PACKAGE, "--silent"], cwd=folder, check=True)
        (packed,) = Path(folder).glob("*.tgz")
        if hashlib.sha1(packed.read_bytes()).hexdigest() != SHA1:  # noqa: S324 - what npm publishes
            raise ValueError(f"{PACKAGE} is not what it was")
        with tarfile.open(packed) as archive:
            for scale, units in UNITS.items():
                file = archive.extractfile(f"package/land-{scale}.json")
                lines = written(json.load(file), scale, units) if file else []
                resources.path("atlas", f"land-{scale}.txt").write_text("\n".join([*lines, ""]), "ascii")


def written(topology: dict, scale: str, units: int) -> list[str]:
    found = [stepped(unrolled(ring), units) for ring in rings(topology)]
    header = f"# Natural Earth, land 1:{scale}, public domain. Longitude and latitude, 1/{units} degree."
    return [header, *(" ".join(f"{x} {y}" for x, y in ring) for ring in found if len(ring) > 3)]


def rings(topology: dict) -> list[list[Point]]:
    """Every ring of the land; holes (the Caspian Sea) are rings as well."""
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        xs, ys = accumulate(x for x, _ in arc), accumulate(y for _, y in arc)
        arcs.append([(left + x * scale_x, bottom + y * scale_y) for x, y in zip(xs, ys, strict=True)])
    polygons = [
        polygon for geometry in topology["objects"]["land"]["geometries"] for polygon in geometry["arcs"]
    ]
    return [
        [point for number in ring for point in (arcs[number] if number >= 0 else arcs[~number][::-1])[1:]]
        for polygon in polygons
        for ring in polygon
    ]


def unrolled(ring: list[Point]) -> list[Point]:
    """The ring without leaps from one edge of the map to the other; around a pole it is closed along it."""
    steps = [(round((after - before) / 360) * -360) for (before, _), (after, _) in pairwise([*ring, ring[0]])]
    moved = [(x + by, y) for (x, y), by in zip(ring, accumulate([0, *steps[:-1]]), strict=True)]
    around = sum(steps)
    if around:
        pole = 90.0 if moved[0][1] > 0 else -90.0
        moved += [(moved[0][0] + around, moved[0][1]), (moved[0][0] + around, pole), (moved[0][0], pole)]
    shift = round(sum(x for x, _ in moved) / len(moved) / 360) * 360
    return [(x - shift, y) for x, y in moved]


def stepped(ring: list[Point], units: int) -> list[Step]:
    """In whole units, without points that are the same or on a straight line, as steps."""
    kept: list[Step] = []
    for x, y in ring:
        point = round(x * units), round(y * units)
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and straight(*kept[-2:], point):
            kept.pop()
        kept.append(point)
    if kept[0] == kept[-1]:
        kept.pop()
    return [*kept[:1], *((bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(kept))]


def straight(a: Step, b: Step, c: Step) -> bool:
    return (b[0] - a[0]) * (c[1] - b[1]) == (b[1] - a[1]) * (c[0] - b[0])


main()
