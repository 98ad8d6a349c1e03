/** Which columns fit on the screen; the rest is in the detail of the row. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Field, Table } from './application.ts'

/** Widths at the usual size of type, by what stands in the cells; headings may take two lines. They are shares once the table fills its place. */
export const widthOf = (column: Field): number => {
  const cell = cellWidth(column)
  return cell === 0 ? 0 : Math.max(cell, Math.ceil([...column.words.zh].length / 2) * 13 + 18)
}

function cellWidth({ type, maxLength = 0, options = [] }: Field): number {
  switch (type) {
    case 'text': case 'person': case 'org': return maxLength >= 60 || type === 'org' ? 150 : 92
    case 'longText': return 180
    case 'enum': return Math.min(140, Math.max(62, ...options.map(({ words }) => [...words.zh].length * 14 + 22)))
    case 'date': return 98
    case 'month': return 80
    case 'money': case 'area': return 86
    case 'bool': return 50
    case 'year': case 'integer': case 'percent': case 'number': return 62
    case 'file': case 'attachment': return 0
  }
}

/** What must be answered comes first, then what there is room for; in the order of the form. */
export function columnsFor(table: Table, width: number, number = 34): Field[] {
  const possible = table.columns.filter((column) => widthOf(column) > 0)
  const key = possible.filter(({ id }) => id === table.oneRowPer)
  const ranked = [...key, ...possible.filter((one) => !key.includes(one) && one.required === true), ...possible.filter((one) => !key.includes(one) && one.required !== true)]
  const taken = new Set<string>()
  let room = width - number
  for (const column of ranked) {
    if (taken.size > 0 && widthOf(column) > room) continue
    taken.add(column.id)
    room -= widthOf(column)
  }
  return possible.filter(({ id }) => taken.has(id))
}

/** The width of a place at the usual size of type: in large type there is room for less. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!place.current) return
    const seen = new ResizeObserver(([entry]) => {
      const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 14
      if (entry) setWidth(Math.round(entry.contentRect.width / scale))
    })
    seen.observe(place.current)
    return () => seen.disconnect()
  }, [])
  return [place, width]
}
