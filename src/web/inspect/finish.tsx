import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AvailableStep, CaseDetail } from '../../contract.ts'
import type { InspectionSheet } from '../../procedures/inspection/inspection.routes.ts'
import { inspectionAnswers, inspectionItemOf } from '../../settings/inspection-2026.ts'
import { DayField } from '../parts/day-field.tsx'
import { LongField, TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Segment } from '../parts/segment.tsx'
import { Note } from '../parts/states.tsx'
import { useOnline } from '../shell/frame.tsx'
import { Receipt } from '../steps/receipt.tsx'
import { Group } from '../visit/group.tsx'
import { dropPhoto, type Photo } from '../visit/photos.ts'
import { Refusals, useSigning } from '../visit/signing.tsx'
import { useListing, useWords } from '../words.ts'
import { blocksFor, bodyOf, type InspectionSheetRecord, isAnswered, wantingIn } from './record.ts'

type Props = {
  detail: CaseDetail
  step: AvailableStep
  sheet: InspectionSheet
  record: InspectionSheetRecord
  set: (record: InspectionSheetRecord) => void
  drop: () => void
  photos: readonly Photo[]
  waiting: number
}

/** What was found, who looked and who was there; then the record is one entry of the case. */
export function Finish({ detail, step, sheet, record, set, drop, photos, waiting }: Props) {
  const { t } = useTranslation(['inspection', 'shell'])
  const listing = useListing()
  const online = useOnline()
  const lacks = useLacking(record, sheet)
  const { done, fault, blocked, send } = useSigning(detail, 'record', {
    ready: lacks.length === 0 && waiting === 0,
    body: () => bodyOf(record, sheet.chemical, photos),
    after: async () => {
      drop()
      await Promise.all(photos.map(({ id }) => dropPhoto(id)))
    },
  })
  if (done)
    return (
      <section className="card">
        <Receipt id="inspection-receipt" done={done} step={step} onClose={() => undefined} />
        <Link className="btn block" to="/cases/$number" params={{ number: detail.case.number }}>
          {t('sheet.back')}
        </Link>
      </section>
    )
  return (
    <>
      <Findings record={record} />
      <section className="card stack">
        <DayField label={t('sheet.day')} required value={record.inspectedOn} onChange={(inspectedOn) => set({ ...record, inspectedOn })} />
        <Group least={2} label={t('sheet.inspectors')} people={record.inspectors} onChange={(inspectors) => set({ ...record, inspectors })} />
      </section>
      <section className="card stack">
        <div>
          <b>{t('sheet.hazard')}</b>
          <Segment
            className="big two"
            label={t('sheet.hazard')}
            value={record.majorHazard === null ? null : record.majorHazard ? 'yes' : 'no'}
            onChange={(one) => set({ ...record, majorHazard: one === 'yes' })}
            choices={[
              { value: 'yes', label: t('shell:yes'), tone: 'no' },
              { value: 'no', label: t('shell:no'), tone: 'yes' },
            ]}
          />
        </div>
        {record.majorHazard && <Note tone="no">{t('sheet.hazardSays')}</Note>}
        <TextField label={t('sheet.present')} value={record.present} onChange={(present) => set({ ...record, present })} />
        <LongField label={t('sheet.remark')} rows={2} value={record.remark} onChange={(remark) => set({ ...record, remark })} />
        <LongField label={t('sheet.opinion')} required rows={4} value={record.opinion} onChange={(opinion) => set({ ...record, opinion })} />
        <LongField
          label={t('sheet.sign')}
          required
          rows={2}
          help={t('sheet.signHint')}
          value={record.signedBy.join('\n')}
          onChange={(text) => set({ ...record, signedBy: text === '' ? [] : text.split('\n') })}
        />
        {lacks.length > 0 && (
          <p className="s t-am" role="status">
            {t('sheet.lacks', { what: listing(lacks) })}
          </p>
        )}
        {!online && <Note tone="am">{t('sheet.need')}</Note>}
        <Refusals fault={fault} />
        <button type="button" className="btn primary block" aria-disabled={blocked || undefined} onClick={() => void send()}>
          {t('sheet.submit')}
        </button>
      </section>
    </>
  )
}

function Findings({ record }: { record: InspectionSheetRecord }) {
  const { t } = useTranslation('inspection')
  const words = useWords()
  const wanting = wantingIn(record)
  return (
    <section className="card" aria-label={t('sheet.findings')}>
      <b>{t('sheet.findings')}</b>
      {wanting.length === 0 ? (
        <p className="s mute">{t('sheet.nothing')}</p>
      ) : (
        <ul className="s differences">
          {wanting.map((id) => {
            const answer = record.items[id]?.result
            return (
              <li key={id}>
                <span>
                  {id} {words(inspectionItemOf(id)?.words)}
                </span>
                <span className={answer === 'fails' ? 't-no nowrap' : 't-am nowrap'}>
                  <Icon shape="warn" />
                  {answer && words(inspectionAnswers[answer])}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function useLacking(record: InspectionSheetRecord, { chemical, shown }: InspectionSheet): string[] {
  const { t } = useTranslation('inspection')
  const open = blocksFor(chemical).filter(({ items }) => items.some((item) => !isAnswered(item, record.items[item.id], shown)))
  return [
    ...open.map(({ id }) => `${id} ${t('sheet.all')}`),
    ...(record.inspectors.filter(({ name }) => name.trim()).length < 2 ? [t('sheet.inspectors')] : []),
    ...(record.majorHazard === null ? [t('sheet.hazard')] : []),
    ...(record.opinion.trim() ? [] : [t('sheet.opinion')]),
    ...(record.signedBy.filter((name) => name.trim()).length < 2 ? [t('sheet.sign')] : []),
  ]
}
