/** The eleven counties roughly as they lie, north up: a schematic, not a map. Columns and rows of a small grid, drawn wherever counties are compared. */
export const countyPlaces: readonly { readonly code: string; readonly column: number; readonly row: number }[] = [
  { code: '140702', column: 2, row: 0 }, { code: '140725', column: 3, row: 0 }, { code: '140724', column: 4, row: 0 },
  { code: '140727', column: 1, row: 1 }, { code: '140703', column: 2, row: 1 }, { code: '140723', column: 4, row: 1 },
  { code: '140781', column: 0, row: 2 }, { code: '140728', column: 1, row: 2 }, { code: '140721', column: 3, row: 2 }, { code: '140722', column: 4, row: 2 },
  { code: '140729', column: 0, row: 3 },
]
