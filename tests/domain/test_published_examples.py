# SPDX-License-Identifier: GPL-2.0-or-later
"""Accounts that were published with areas, densities and totals come out again.

Li Yin et al. 2016, forest ecosystem carbon of Zhejiang (ChinaXiv:201605.00429V1), Table 3: area
(100 ha) and density (t C/ha) of tree, shrub and herb, litter and soil (0–100 cm) layer of 14
forest types, with the stock of each (Tg C).
"""

from __future__ import annotations

import pandas as pd
import pytest
from dualcarbon.plugin.domain.factors import FactorSet, factor_set_from_frame
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.stocks import Account, account

HA_PER_ROW_UNIT = 100.0
TC_PER_TG = 1e6
#: Stocks are printed to 0.01 Tg; sums and means to 0.2 %.
PRINTED_TG, OF_THE_PROVINCE = 0.01, 0.002

#: Type, area (100 ha), tree, shrub and herb, litter, soil (t C/ha), stock as printed (Tg C).
ZHEJIANG = (
    ("Cinnamomum camphora forest", 24.0, 17.57, 3.07, 3.47, 86.37, 0.27),
    ("Cryptomeria fortunei forest", 167.0, 46.04, 0.86, 1.42, 155.83, 3.41),
    ("Softwood forest", 216.0, 19.15, 1.7, 0.95, 147.61, 3.66),
    ("Cupressus funebris forest", 240.0, 47.95, 4.06, 2.48, 98.3, 3.67),
    ("Hardwood forest", 671.0, 23.08, 1.84, 2.13, 115.92, 9.59),
    ("Schima superba forest", 744.0, 30.91, 3.41, 2.66, 81.09, 8.78),
    ("Other pines and conifer forests", 1366.0, 29.42, 5.14, 2.63, 71.66, 14.87),
    ("Quercus spp. forest", 2030.0, 23.38, 2.55, 2.08, 109.19, 27.85),
    ("Mixed coniferous forest", 3520.0, 29.42, 6.82, 3.67, 84.64, 43.84),
    ("Mixed coniferous and broadleaved forest", 5676.0, 28.15, 3.89, 2.77, 90.81, 71.3),
    ("Pinus massoniana forest", 8116.0, 21.61, 5.38, 2.0, 80.4, 88.78),
    ("Cunninghamia lanceolata forest", 8209.0, 21.72, 2.11, 2.68, 98.96, 103.0),
    ("Bamboo forest", 8834.0, 23.78, 0.94, 0.63, 71.63, 85.67),
    ("Mixed broadleaved forest", 10028.0, 25.1, 3.43, 2.88, 106.24, 138.03),
)
#: Stocks of the province as printed (Tg C): trees, shrubs and herbs, litter, soil, and all.
PROVINCE = {"biomass": 122.88 + 16.73, "dom_tc": 11.36, "soc_tc": 451.76, "stock_tc": 602.73}
MEAN_DENSITY = 120.8


def factors_of_types() -> FactorSet:
    """The densities as a factor set keyed by forest type, through InVEST's carbon-pools table.

    The plugin's own schema takes carbon classes only; the types stand as codes. Trees, shrubs and herbs
    are biomass, which the table of the paper does not split at the ground.
    """
    rows = [
        {
            "lucode": str(number),
            "lulc_name": name,
            "c_above": str(tree),
            "c_below": str(shrub),
            "c_dead": str(litter),
            "c_soil": str(soil),
        }
        for number, (name, _area, tree, shrub, litter, soil, _stock) in enumerate(ZHEJIANG)
    ]
    return factor_set_from_frame(pd.DataFrame(rows), file="zhejiang.csv")


@pytest.fixture(scope="module")
def zhejiang() -> Account:
    cells = pd.DataFrame(
        [("Zhejiang", str(number), row[1] * HA_PER_ROW_UNIT) for number, row in enumerate(ZHEJIANG)],
        columns=["unit", "carbon_class", "area_ha"],
    )
    return account(cells, factors_of_types(), NoteBook())


@pytest.mark.parametrize(
    ("number", "printed_tg"), [pytest.param(n, row[-1], id=row[0]) for n, row in enumerate(ZHEJIANG)]
)
def test_zhejiang_stock_of_a_forest_type(zhejiang: Account, number: int, printed_tg: float) -> None:
    """WE-ZJ-01 to 14: area × density of each type."""
    by_type = zhejiang.by_class.set_index("carbon_class")["stock_tc"]
    assert by_type[str(number)] / TC_PER_TG == pytest.approx(printed_tg, abs=PRINTED_TG)


def test_zhejiang_stock_of_the_province(zhejiang: Account) -> None:
    """WE-ZJ-TOT: 602.73 Tg C, 122.88 in trees, 16.73 in shrubs and herbs, 11.36 in litter, 451.76 in soil."""
    total = {**zhejiang.total, "biomass": zhejiang.total["agb_tc"] + zhejiang.total["bgb_tc"]}
    for name, printed_tg in PROVINCE.items():
        assert total[name] / TC_PER_TG == pytest.approx(printed_tg, rel=OF_THE_PROVINCE)
    assert total["area_ha"] == pytest.approx(4_984_100.0)


def test_zhejiang_mean_density(zhejiang: Account) -> None:
    """WE-ZJ-AVG: printed 120.80 t C/ha; stock over area gives 120.93."""
    density = zhejiang.total["stock_tc"] / zhejiang.total["area_ha"]
    assert density == pytest.approx(MEAN_DENSITY, rel=OF_THE_PROVINCE)
    assert density == pytest.approx(120.93, abs=0.005)
