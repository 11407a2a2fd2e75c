package org.sitrep.ledger;

/** What every ledger must do, whatever holds its entries. */
interface LedgerContract extends PagesContract, JudgementsContract, ChainContract, ShelfContract {}
