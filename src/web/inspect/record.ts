import type { Day } from '../../kernel/day.ts'
import type { RegisterShown } from '../../procedures/inspection/inspection.findings.ts'
import { type InspectionAnswer, type InspectionItem, inspection2026, itemsFor } from '../../settings/inspection-2026.ts'
import type { Member } from '../visit/group.tsx'
import type { Photo } from '../visit/photos.ts'
import type { CheckRecord } from '../visit/record.ts'

export type ItemRecord = CheckRecord<InspectionAnswer> & { matter?: string }
export type InspectionSheetRecord = {
  inspectedOn: Day
  items: Record<string, ItemRecord>
  inspectors: Member[]
  majorHazard: boolean | null
  present: string
  remark: string
  opinion: string
  signedBy: string[]
}

export const blankSheet = (today: Day, inspectors: readonly Member[]): InspectionSheetRecord => ({
  inspectedOn: today,
  items: {},
  inspectors: inspectors.length > 0 ? [...inspectors] : [{ name: '', org: '' }, { name: '', org: '' }],
  majorHazard: null,
  present: '',
  remark: '',
  opinion: '',
  signedBy: [],
})

/** The blocks as this base is asked them: hazardous pilots only where there may be any. */
export function blocksFor(chemical: boolean) {
  const asked = new Set(itemsFor(chemical).map(({ id }) => id))
  return inspection2026.blocks.map((block) => ({ ...block, items: block.items.filter(({ id }) => asked.has(id)) }))
}

const shows = (shown: RegisterShown | undefined, id: string) => shown?.findings.some(({ item }) => item === id) ?? false

/** A note is due where something is wanting, and where the register says otherwise than the inspector. */
export const asksNote = (record: ItemRecord | undefined, id: string, shown: RegisterShown | undefined): boolean => {
  switch (record?.result) {
    case 'partly':
    case 'fails':
      return true
    case 'meets':
    case 'notApplicable':
      return shows(shown, id)
    case '':
    case undefined:
      return false
  }
}

export const isAnswered = (item: InspectionItem, record: ItemRecord | undefined, shown: RegisterShown | undefined): boolean =>
  Boolean(record?.result) &&
  (item.kind === 'confirm' || record?.result === 'notApplicable' || Boolean(record?.verified.trim())) &&
  (!asksNote(record, item.id, shown) || Boolean(record?.note.trim()))

export const wantingIn = (record: InspectionSheetRecord): string[] =>
  Object.entries(record.items).flatMap(([id, { result }]) => (result === 'partly' || result === 'fails' ? [id] : []))

/** The command as the server takes it. */
export function bodyOf(record: InspectionSheetRecord, chemical: boolean, photos: readonly Photo[]) {
  return {
    inspectedOn: record.inspectedOn,
    inspectors: record.inspectors.filter(({ name }) => name.trim()).map(({ name, org }) => ({ name: name.trim(), org: org.trim() })),
    items: itemsFor(chemical).flatMap(({ id, kind }) => {
      const one = record.items[id]
      if (!one?.result) return []
      const pictures = photos.flatMap((photo) => (photo.item === id && photo.fileId ? [{ id: photo.fileId, at: photo.at }] : []))
      return [
        {
          item: id,
          answer: one.result,
          ...(kind === 'figure' && one.verified.trim() && { found: one.verified.trim() }),
          ...(one.note.trim() && { note: one.note.trim() }),
          ...(one.at && { at: one.at }),
          ...(one.matter && (one.result === 'partly' || one.result === 'fails') && { matter: one.matter }),
          ...(pictures.length > 0 && { photos: pictures }),
        },
      ]
    }),
    majorHazard: record.majorHazard,
    ...(record.present.trim() && { present: record.present.trim() }),
    ...(record.remark.trim() && { remark: record.remark.trim() }),
    opinion: record.opinion.trim(),
    signedBy: record.signedBy.map((name) => name.trim()).filter(Boolean),
  }
}
