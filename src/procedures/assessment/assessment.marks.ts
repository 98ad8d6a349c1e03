/** What should be counted once and can be told by its mark: contracts, invoices, registrations, devices. Marks are compared, never graded. */
import type { Words } from '../../kernel/words.ts'
import { type Figure, type Kept, nameKey, numberKey, type Row } from './assessment.figures.ts'

export const markKinds = {
  contract: { zh: '合同编号', en: 'Contract number' }, invoice: { zh: '发票号', en: 'Invoice number' }, registration: { zh: '技术合同登记号', en: 'Registered contract number' }, device: { zh: '设备', en: 'Device' }, photo: { zh: '照片', en: 'Photograph' },
} as const satisfies Record<string, Words>
export type MarkKind = keyof typeof markKinds

export type Mark = { readonly kind: Exclude<MarkKind, 'photo'>; readonly value: string; readonly table: string; readonly row: string; readonly label: string }

/** Marks of the rows that were counted, and of every device on the register. */
export function marksOf(kept: Kept, figures: readonly Figure[]): Mark[] {
  const counted = new Set(figures.filter(({ id }) => id === 'received').flatMap((figure) => figure.counted.map(({ row }) => row)))
  const services = kept.services.filter(({ id }) => counted.has(id))
  const numbered = (kind: Mark['kind'], rows: readonly Row[], column: string, title: string) => rows.flatMap((row): Mark[] => {
    const value = numberKey(row[column])
    // A number of two or three signs tells nothing apart.
    return value.length < 4 ? [] : [{ kind, value, table: 'services', row: row.id, label: `${String(row[column])} ${String(row[title] ?? '')}` }]
  })
  return [
    ...numbered('contract', services, 'contractNo', 'project'), ...numbered('invoice', services, 'invoiceNo', 'project'), ...numbered('registration', services, 'registrationNo', 'project'),
    ...kept.equipment.flatMap((row): Mark[] => (numberKey(row.assetNo) === '' ? [] : [{ kind: 'device', value: [nameKey(row.name), numberKey(row.model), numberKey(row.assetNo)].join('|'), table: 'equipment', row: row.id, label: [row.name, row.model, row.assetNo].filter(Boolean).join(' ') }])),
  ]
}
