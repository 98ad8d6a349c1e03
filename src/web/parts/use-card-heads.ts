import { type RefObject, useEffect } from 'react'

/** On phones a table stands as cards without its head row: every cell carries the name of its column. */
export function useCardHeads(table: RefObject<HTMLTableElement | null>) {
  // After every drawing: rows come and go.
  useEffect(() => {
    const heads = [...(table.current?.querySelectorAll('thead th') ?? [])].map((head) => head.textContent ?? '')
    for (const row of table.current?.querySelectorAll('tbody tr') ?? [])
      for (const [index, cell] of [...row.children].entries()) if (cell instanceof HTMLElement && heads[index]) cell.dataset.head = heads[index]
  })
}
