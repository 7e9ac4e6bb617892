"""What the HR record keeps, and the table classes that every domain hangs its items on."""

from chalicelib.records.tables.candidates import (
    SHARDS,
    Application,
    ByContact,
    ByDue,
    ByRecent,
    ByRequisition,
    CandidateItem,
    Person,
    Protected,
    Upload,
    shard,
)
from chalicelib.records.tables.company import (
    ApiKey,
    ByParent,
    CompanyItem,
    Organisation,
    Requisition,
    Store,
    User,
)
from chalicelib.records.tables.performance import ByCycle, ByNumber, Employee, PerformanceItem

__all__ = [
    "SHARDS",
    "ApiKey",
    "Application",
    "ByContact",
    "ByCycle",
    "ByDue",
    "ByNumber",
    "ByParent",
    "ByRecent",
    "ByRequisition",
    "CandidateItem",
    "CompanyItem",
    "Employee",
    "Organisation",
    "PerformanceItem",
    "Person",
    "Protected",
    "Requisition",
    "Store",
    "Upload",
    "User",
    "shard",
]
