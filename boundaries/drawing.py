"""The public-domain drawing of districts behind the approximate set, laid over Natural Earth.

The drawing (npm `@svg-maps/pakistan.districts`) shows 144 regions in a frame of 2012 to 2017. Its
outer and provincial lines follow a map much like Natural Earth's, so a quadratic fit of the one
to the other puts it in place to about a kilometre. Its district lines are coarser than that.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import numpy as np
import numpy.typing as npt
import shapely
from packages import NpmPackage, read_member
from scipy.spatial import KDTree  # type: ignore[import-untyped]
from shapely.geometry.base import BaseGeometry

__all__ = ["DRAWING", "REGIONS", "placed_regions"]

DRAWING = NpmPackage(
    "@svg-maps/pakistan.districts",
    "2.0.0",
    integrity=(
        "sha512-fpRhOALQW+++y6ZdbRGFMDLe5ExJ/d1sPE0fUywo5hJHX7FUSAlOiCwuelcktNhqUDpi7pOv/UvWvnNyj"
        "A7nZA=="
    ),
    licence="Unlicense (public domain)",
)

Floats = npt.NDArray[np.float64]

UNITS = {
    "PK1": """
        bagh PK101; bhimber PK102; hattian PK103; haveli PK104; kotli PK105; mirpur PK106;
        muzaffarabad PK107; neelum PK108; poonch PK109; sudhnati PK110""",
    "PK2": """
        awaran PK201; barkhan PK202; bolan PK209; chaghai PK203; dera-bugti PK204; gwadar PK205;
        haranai PK206; jafarabad PK207 PK229 PK2-usta-muhammad; jhal-magsi PK208;
        kalat PK210 PK233; kech PK211; kharan PK212; khuzdar PK213; killa-abdullah PK214 PK235;
        killa-saifullah PK215; kohlu PK216; lasbela PK217 PK2-hub; loralai PK219 PK234;
        mastung PK220; musakhel PK221; naseerabad PK222; nushki PK223; panjgur PK224;
        pishin PK225; quetta PK226; sheerani PK227; sibi PK228; washuk PK230; zhob PK231;
        ziarat PK232""",
    "PK3": """
        astore PK301; diamer PK302 PK311 PK312; ghanhce PK303; ghizer PK304 PK313; gilgit PK305;
        hunza-nagar PK306 PK308; skardu PK307 PK309 PK310 PK314""",
    "PK4": "islamabad PK401",
    "PK5": """
        abbottabad PK501; bannu PK503; battagram PK504; buner PK505; charsadda PK506;
        chitral PK507 PK508; dera-ismail-khan PK509; hangu PK510; haripur PK511; karak PK512;
        kohat PK514; kohistan PK515 PK516 PK517; lakki-marwat PK519; lower-dir PK520;
        malakand PK521; mansehra PK522 PK534; mardan PK523; nowshera PK526; peshawar PK528;
        shangla PK529; swabi PK531; swat PK532; tank PK533; upper-dir PK535""",
    "tribal areas": """
        bajaur PK502; bannu-subdivision PK503; d-i-khan-subdivision PK509; khyber PK513;
        kohat-subdivision PK514; kurram PK518; lakki-subdivision PK519; mohmand PK524;
        north-waziristan PK525; orakzai PK527; peshawar-subdivision PK528;
        south-waziristan PK530 PK5-south-waziristan-lower PK5-south-waziristan-upper;
        tank-subdivision PK533""",
    "PK6": """
        attock PK601; bahawalnagar PK602; bahawalpur PK603; bhakkar PK604; chakwal PK605;
        chiniot PK606; dera-ghazi-khan PK607; faisalabad PK608; gujranwala PK609; gujrat PK610;
        hafizabad PK611; jhang PK612; jhelum PK613; kasur PK614; khanewal PK615; khushab PK616;
        lahore PK617; layyah PK618; lodhran PK619; mandi-bahauddin PK620; mianwali PK621;
        multan PK622; muzaffargarh PK623; nankana-sahab PK624; narowal PK625; okara PK626;
        pakpattan PK627; rahimyar-khan PK628; rajanpur PK629; rawalpindi PK630; sahiwal PK631;
        sargodha PK632; shaikhupura PK633; sialkot PK634; toba-tek-singh PK635; vehari PK636""",
    "PK7": """
        badin PK701; dadu PK703; ghotki PK705; hyderabad PK706; jacobabad PK707; jamshoro PK708;
        karachi PK702 PK704 PK712 PK714 PK721 PK729 PK7-keamari; kashmore PK710; khairpur PK711;
        larkana PK713; matiari PK715; mirpur-khas PK716; naushahro-firoze PK717; nawabshah PK719;
        qambar-shahdatkot PK709; sanghar PK718; shikarpur PK720; sukkur PK723;
        tando-allahyar PK724; tando-muhammad-khan PK725; tharparkar PK726; thatta PK722 PK727;
        umerkot PK728""",
}
"""The drawing's regions by province (the former tribal areas apart), each with the districts that
lie in it today: our own reading."""

REGIONS = {
    name: frozenset(codes)
    for text in UNITS.values()
    for name, *codes in (item.split() for item in text.split(";"))
}
"""Today's districts in each region of the drawing, by the region's id there."""


def placed_regions(outlines: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Return the drawing's regions in longitude and latitude.

    Parameters
    ----------
    outlines
        Natural Earth's polygon for each key of `UNITS`, to fit the drawing to.
    """
    regions = _drawn_regions()
    drawn = _border_points(
        [
            _dissolved([regions[item.split()[0]] for item in text.split(";")])
            for text in UNITS.values()
        ],
        step=4.0,
    )
    coefficients = _fit(drawn, _border_points(list(outlines.values()), step=0.003))
    return {
        name: shapely.make_valid(
            shapely.transform(
                shapely.segmentize(region, 8.0),
                lambda points: _quadratic(points) @ coefficients,
            ),
        )
        for name, region in regions.items()
    }


def _drawn_regions() -> dict[str, BaseGeometry]:
    root = ET.fromstring(read_member(DRAWING, "pakistan.districts.svg"))  # noqa: S314
    regions = {
        element.attrib["id"]: shapely.union_all(
            [shapely.make_valid(shapely.Polygon(ring)) for ring in _rings(element.attrib["d"])],
        )
        for element in root.iter("{http://www.w3.org/2000/svg}path")
    }
    if set(regions) != set(REGIONS):
        raise SystemExit("the drawing's regions differ from those listed here")
    return regions


def _rings(path: str) -> list[list[tuple[float, float]]]:
    """Return the rings of an SVG path made of straight lines (commands m, l and z)."""
    rings: list[list[tuple[float, float]]] = []
    command, x, y = "", 0.0, 0.0
    tokens = iter(re.findall(r"[mMlLzZ]|-?[\d.]+(?:e-?\d+)?", path))
    for token in tokens:
        if token.isalpha():
            command = token
            if command in "zZ":
                x, y = rings[-1][0]
            continue
        relative = command.islower()
        x, y = float(token) + relative * x, float(next(tokens)) + relative * y
        if command in "mM":
            rings.append([])
            command = "l" if relative else "L"
        rings[-1].append((x, y))
    return [ring for ring in rings if len(ring) > 2]


def _dissolved(regions: list[BaseGeometry], gap: float = 0.5) -> BaseGeometry:
    """Return the union, closing the hair-thin gaps between the drawing's regions."""
    return shapely.union_all([region.buffer(gap) for region in regions]).buffer(-gap)


def _border_points(polygons: list[BaseGeometry], *, step: float) -> Floats:
    borders = shapely.segmentize(shapely.boundary(polygons), step)
    points: Floats = shapely.get_coordinates(borders)
    return points


def _fit(drawn: Floats, target: Floats) -> Floats:
    """Return the quadratic map that lays the drawn border points onto the target's.

    Iterated closest points from a fit of the two bounding boxes; far pairs count little.
    """
    low, high = drawn.min(axis=0), drawn.max(axis=0)
    scale = (target.max(axis=0) - target.min(axis=0)) / (high - low)
    x = target[:, 0].min() + (drawn[:, 0] - low[0]) * scale[0]
    y = target[:, 1].max() - (drawn[:, 1] - low[1]) * scale[1]
    placed, terms, tree = np.column_stack([x, y]), _quadratic(drawn), KDTree(target)
    for used in (3, 3, 3, 3, 3, *[6] * 15):  # linear terms first
        distance, nearest = tree.query(placed)
        weight = np.sqrt(1 / (1 + (distance / 0.05) ** 2))[:, None]
        found, *_ = np.linalg.lstsq(terms[:, :used] * weight, target[nearest] * weight)
        placed = terms[:, :used] @ found
    print(f"drawing laid over Natural Earth: median distance {100 * np.median(distance):.2f} km")
    coefficients: Floats = found
    return coefficients


def _quadratic(points: Floats) -> Floats:
    """Return the terms 1, x, y, xx, xy, yy of points of the drawing, scaled to about one."""
    x, y = ((points - 800.0) / 400.0).T
    return np.column_stack([np.ones_like(x), x, y, x * x, x * y, y * y])
