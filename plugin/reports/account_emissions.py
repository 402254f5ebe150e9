# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of the emissions: 排放清单表 by sector, item and scope, reconciliation, register, carrier matrix."""

from __future__ import annotations

import pandas as pd

from ..domain.profiles import Profile, Quantity
from ..domain.stocks import known_sum
from .account_reconciliation import PERCENT, reconciliation_table
from .account_rows import BESIDE, COUNTED, carrier_names, item_name, sector_names
from .baseline_tables import quantity_column
from .change_rows import numeric
from .model import ReportData
from .table import COUNT, Column, Table, is_missing, make_table
from .texts import Texts

_AMOUNT = Quantity("amount", 1.0, 2, {"en": "", "zh": ""})


def emission_tables(data: ReportData, profile: Profile, texts: Texts) -> list[Table]:
    """The tables of the chapter of the emissions, each where its result was given."""
    tables = []
    if len(data.accounts.get("inventory", ())):
        tables += [sectors_table(data, profile, texts), inventory_table(data, profile, texts)]
    for name, make in (
        ("reconciliation", reconciliation_table),
        ("register", register_table),
        ("matrix", matrix_table),
    ):
        if len(data.accounts.get(name, ())):
            tables.append(make(data, profile, texts))
    return tables


def inventory_rows(data: ReportData) -> pd.DataFrame:
    """The lines of the inventory with scopes as text and figures as numbers."""
    frame = numeric(data.accounts["inventory"], ("co2_t", "emission_tco2e", "split"))
    return frame.assign(
        scope=["" if is_missing(scope) else str(scope).split(".")[0] for scope in frame["scope"]],
        sector=frame["sector"].map(str),
    )


def sector_sums(data: ReportData) -> pd.DataFrame:
    """One row per sector: scope 1, 2 and 3 (t CO2e), their sum without scope 3, and CO2 alone of it."""
    lines = inventory_rows(data)
    order = list(sector_names("en"))
    rows = []
    for sector, part in lines.groupby("sector", sort=False):
        counted = part[part["scope"].isin(COUNTED)]
        rows.append(
            {
                "sector": sector,
                **{
                    f"scope_{scope}_tco2e": known_sum(part.loc[part["scope"] == scope, "emission_tco2e"])
                    for scope in (*COUNTED, BESIDE)
                },
                "emission_tco2e": known_sum(counted["emission_tco2e"]),
                "co2_t": known_sum(counted["co2_t"]),
            }
        )
    frame = pd.DataFrame(rows)
    rank = [order.index(name) if name in order else len(order) for name in frame["sector"]]
    return frame.assign(rank=rank).sort_values(["rank", "sector"], kind="stable", ignore_index=True)


def sectors_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """分部门排放表: emissions of each sector by scope; CO2 alone beside CO2e."""
    frame = sector_sums(data)
    names = sector_names(texts.language)
    whole = known_sum(frame["emission_tco2e"])
    frame = frame.assign(
        shown=[names.get(sector, sector) for sector in frame["sector"]],
        share=frame["emission_tco2e"] / whole if whole else float("nan"),
    )

    def additive(key: str, text: str, quantity: str) -> Column:
        return quantity_column(key, text, quantity, profile, texts, additive=True)

    columns = [
        Column("shown", texts("col_emission_sector"), layout="name"),
        additive("scope_1_tco2e", "scope_1", "flux"),
        additive("scope_2_tco2e", "scope_2", "flux"),
        additive("emission_tco2e", "emission_both_scopes", "flux"),
        quantity_column("share", "emission_share", "share", profile, texts),
        additive("co2_t", "co2_alone", "co2"),
        additive("scope_3_tco2e", "scope_3", "flux"),
    ]
    return make_table(
        "emission_sectors",
        columns,
        frame,
        profile,
        texts,
        total_label=texts("total"),
        notes=[texts("foot_scopes"), texts("foot_co2_alone")],
    )


def inventory_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """排放清单表: every sector, item and scope over all units, the largest first where room is scarce."""
    lines = inventory_rows(data)
    names = sector_names(texts.language)
    told = {
        key: next((str(name) for name in part if not is_missing(name)), "")
        for key, part in lines.groupby(["sector", "item"])["name"]
    }
    rows = [
        {
            "sector": names.get(sector, sector),
            "item": told.get((sector, item)) or item_name(str(item), texts.language),
            "scope": scope,
            "emission_tco2e": known_sum(part["emission_tco2e"]),
            "co2_t": known_sum(part["co2_t"]),
            "units": part["unit"].nunique(),
            "grades": "; ".join(
                sorted({texts.label("grade", grade) for grade in part["grade"] if not is_missing(grade)})
            ),
        }
        for (sector, item, scope), part in lines.groupby(["sector", "item", "scope"], sort=True)
    ]
    frame = pd.DataFrame(rows)
    columns = [
        Column("sector", texts("col_emission_sector"), layout="name"),
        Column("item", texts("col_item"), layout="name"),
        Column("scope", texts("col_scope"), layout="short"),
        quantity_column("emission_tco2e", "emission", "flux", profile, texts),
        quantity_column("co2_t", "co2_alone", "co2", profile, texts),
        Column("units", texts("col_units"), COUNT),
        Column("grades", texts("col_evidence"), layout="middle"),
    ]
    size = frame["emission_tco2e"].abs().fillna(-1.0)
    return make_table(
        "emission_items",
        columns,
        frame,
        profile,
        texts,
        notes=[texts("foot_scopes")],
        priority=tuple(size.sort_values(ascending=False, kind="stable").index),
    )


def register_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """企业台账核对表: verified emissions beside what the activity rows of the enterprise give."""
    keys = ("emission_tco2e", "activity_tco2e", "difference_tco2e", "difference_percent")
    frame = numeric(data.accounts["register"], keys)
    names = sector_names(texts.language)
    frame = frame.assign(
        shown=[names.get(str(sector), str(sector)) for sector in frame["sector"]],
        state=[texts.label("verification", state) for state in frame["verification"]],
        called=[
            str(name) if not is_missing(name) else str(number)
            for number, name in zip(frame["id"], frame.get("name", frame["id"]))
        ],
    )
    columns = [
        Column("called", texts("col_enterprise"), layout="name"),
        Column("unit", texts("col_unit"), layout="name"),
        Column("shown", texts("col_emission_sector"), layout="name"),
        quantity_column("emission_tco2e", "registered", "flux", profile, texts),
        quantity_column("activity_tco2e", "from_activity", "flux", profile, texts),
        Column("difference_percent", texts("col_difference_percent"), PERCENT),
        Column("state", texts("col_verification"), layout="short"),
        *(
            Column(name, texts(f"col_{name}"), workbook_only=True)
            for name in ("verifier", "verified_on", "certificate", "audit")
        ),
    ]
    size = frame["emission_tco2e"].fillna(-1.0)
    return make_table(
        "register",
        columns,
        frame,
        profile,
        texts,
        notes=[texts("foot_register")],
        priority=tuple(size.sort_values(ascending=False, kind="stable").index),
    )


def matrix_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """系统×载体矩阵: amount and emission by system and carrier, and what isolated accounts would state."""
    keys = ("amount", "emission_tco2e", "isolated_tco2e")
    frame = numeric(data.accounts["matrix"], keys)
    names = sector_names(texts.language)
    carriers = carrier_names(texts.language)
    group = ["system", "carrier", "scope", "amount_unit"]
    frame[group] = frame[group].fillna("").astype(str)
    sums = frame.groupby(group, sort=True)[list(keys)].agg(known_sum).reset_index()
    sums = sums.assign(
        shown=[names.get(system, system) for system in sums["system"]],
        worded=[carriers.get(carrier, texts.label("carrier", carrier)) for carrier in sums["carrier"]],
        bias=sums["isolated_tco2e"] - sums["emission_tco2e"],
    )
    columns = [
        Column("shown", texts("col_system"), layout="name"),
        Column("worded", texts("col_carrier"), layout="name"),
        Column("scope", texts("col_scope"), layout="short"),
        Column("amount", texts("col_amount"), _AMOUNT),
        Column("amount_unit", texts("col_factor_unit"), layout="short"),
        quantity_column("emission_tco2e", "emission", "flux", profile, texts),
        quantity_column("isolated_tco2e", "isolated", "flux", profile, texts),
        quantity_column("bias", "bias", "flux", profile, texts),
    ]
    return make_table("carrier_matrix", columns, sums, profile, texts, notes=[texts("foot_matrix_carriers")])
