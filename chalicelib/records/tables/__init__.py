"""What the HR record keeps, and the table classes that every domain hangs its items on."""

from chalicelib.records.tables.candidates import (
    SHARDS,
    Application,
    ByDue,
    ByRecent,
    ByRequisition,
    CandidateItem,
    Mark,
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
    ResumeBatch,
    Store,
    User,
)
from chalicelib.records.tables.performance import ByCycle, ByNumber, Employee, PerformanceItem

__all__ = [
    "SHARDS",
    "ApiKey",
    "Application",
    "ByCycle",
    "ByDue",
    "ByNumber",
    "ByParent",
    "ByRecent",
    "ByRequisition",
    "CandidateItem",
    "CompanyItem",
    "Employee",
    "Mark",
    "Organisation",
    "PerformanceItem",
    "Person",
    "Protected",
    "Requisition",
    "ResumeBatch",
    "Store",
    "Upload",
    "User",
    "shard",
]
