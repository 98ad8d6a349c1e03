import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AvailableStep, CaseDetail } from '../../contract.ts'
import { siteChecks, siteTotal, siteVisit2026 } from '../../settings/site-visit-2026.ts'
import { Refused } from '../call.ts'
import { score } from '../format.ts'
import { DayField } from '../parts/day-field.tsx'
import { LongField } from '../parts/field.tsx'
import { Note } from '../parts/states.tsx'
import { Segment } from '../parts/segment.tsx'
import { useOnline } from '../shell/frame.tsx'
import { Receipt } from '../steps/receipt.tsx'
import { useListing, useWords } from '../words.ts'
import { Differences } from './differences.tsx'
import { Group } from './group.tsx'
import { dropPhoto, type Photo } from './photos.ts'
import { answeredIn, membersOf, signersOf, type VisitRecord } from './record.ts'
import { SignatureList } from './signatures.tsx'
import { Refusals, useSigning } from './signing.tsx'

type Props = {
  detail: CaseDetail
  step: AvailableStep
  record: VisitRecord
  set: (record: VisitRecord) => void
  drop: () => void
  declared: Readonly<Record<string, number | undefined>>
  photos: readonly Photo[]
  waiting: number
}

/** Result, group, signatures; then the record is frozen as one entry of the case. */
export function Finish({ detail, step, record, set, drop, declared, photos, waiting }: Props) {
  const { t } = useTranslation(['admin', 'shell'])
  const listing = useListing()
  const words = useWords()
  const online = useOnline()
  const total = siteTotal(Object.fromEntries(Object.entries(record.scores).map(([id, points]) => [id, points ?? undefined])))
  const lacks = lackingIn(record, t)
  const { done, fault, blocked, send } = useSigning(detail, 'recordSiteVisit', {
    ready: lacks.length === 0 && waiting === 0,
    body: () => bodyOf(record, declared, photos),
    after: async () => {
      drop()
      await Promise.all(photos.map(({ id }) => dropPhoto(id)))
    },
  })
  // What a rule leaves to a written reason is asked where it was refused.
  const asked = fault instanceof Refused ? (fault.problem.refusals ?? []).flatMap(({ rule, takesReason, reason }) => (rule && takesReason ? [{ rule, reason }] : [])) : []
  if (done)
    return (
      <section className="card">
        <Receipt id="visit-receipt" done={done} step={step} onClose={() => undefined} />
        <Link className="btn block" to="/cases/$number" params={{ number: detail.case.number }}>
          {t('visit.back')}
        </Link>
      </section>
    )
  return (
    <>
      <Differences record={record} declared={declared} />
      <section className="card stack">
        <DayField
          label={t('visit.visitedOn')}
          required
          value={record.visitedOn}
          onChange={(visitedOn) => set({ ...record, visitedOn })}
        />
        <Group least={3} people={record.group} onChange={(group) => set({ ...record, group })} />
      </section>
      <section className="card stack">
        <div>
          <b>{t('visit.hazard')}</b>
          <Segment
            className="big two"
            label={t('visit.hazard')}
            value={record.majorHazard === null ? null : record.majorHazard ? 'yes' : 'no'}
            onChange={(one) => set({ ...record, majorHazard: one === 'yes' })}
            choices={[
              { value: 'yes', label: t('shell:yes'), tone: 'no' },
              { value: 'no', label: t('shell:no'), tone: 'yes' },
            ]}
          />
        </div>
        <div>
          <b>{t('visit.conclusion')}</b>
          {total !== undefined && (
            <span className="s mute">
              {' '}
              {score(total)} {t('visit.of', { n: 100 })}
            </span>
          )}
          <Segment
            className="big"
            label={t('visit.conclusion')}
            value={record.result || null}
            onChange={(result) => set({ ...record, result })}
            choices={siteVisit2026.outcomes.map(({ id, words: says }) => ({ value: id, label: words(says) }))}
          />
        </div>
        <LongField
          label={t('visit.opinion')}
          required
          rows={4}
          value={record.opinion}
          onChange={(opinion) => set({ ...record, opinion })}
        />
        <SignatureList names={membersOf(record)} signatures={record.signatures ?? {}} onChange={(signatures) => set({ ...record, signatures })} />
        {lacks.length > 0 && (
          <p className="s t-am" role="status">
            {t('visit.lacks', { what: listing(lacks) })}
          </p>
        )}
        {!online && <Note tone="am">{t('visit.needOnline')}</Note>}
        <Refusals fault={fault} />
        {asked.map(({ rule, reason }) => (
          <LongField
            key={rule}
            label={t('visit.because', { rule: reason })}
            rows={2}
            value={record.reasons?.[rule] ?? ''}
            onChange={(text) => set({ ...record, reasons: { ...record.reasons, [rule]: text } })}
          />
        ))}
        <button
          type="button"
          className="btn sign block"
          aria-disabled={blocked || undefined}
          onClick={() => void send()}
        >
          {t('visit.submit')}
        </button>
      </section>
    </>
  )
}

function lackingIn(record: VisitRecord, t: ReturnType<typeof useTranslation<['admin', 'shell']>>['t']): string[] {
  const open = siteVisit2026.blocks.filter((block) => answeredIn(block, record) < block.checks.length)
  return [
    ...open.map(({ id }) => `${id} ${t('visit.all')}`),
    ...(siteVisit2026.blocks.some(({ id }) => typeof record.scores[id] !== 'number') ? [t('visit.scores')] : []),
    ...(record.group.filter(({ name }) => name.trim()).length < 3 ? [t('visit.group')] : []),
    ...(record.majorHazard === null ? [t('visit.hazard')] : []),
    ...(record.result ? [] : [t('visit.conclusion')]),
    ...(record.opinion.trim() ? [] : [t('visit.opinion')]),
    ...(signersOf(record).length < Math.max(3, membersOf(record).length) ? [t('visit.sign')] : []),
  ]
}

function bodyOf(record: VisitRecord, declared: Props['declared'], photos: readonly Photo[]) {
  const reasons = Object.entries(record.reasons ?? {}).filter(([, text]) => text.trim())
  return {
    visitedOn: record.visitedOn,
    group: record.group.filter(({ name }) => name.trim()).map(({ name, org }) => ({ name: name.trim(), org: org.trim() })),
    checks: siteChecks.map(({ id, kind }) => {
      const one = record.checks[id]
      const pictures = photos.flatMap((photo) => (photo.item === id && photo.fileId ? [photo.fileId] : []))
      return {
        item: id,
        verified: (kind === 'confirm' ? one?.verified || one?.result : one?.verified)?.trim() ?? '',
        result: one?.result || 'conforms',
        at: one?.at || undefined,
        ...(declared[id] !== undefined && { declared: String(declared[id]) }),
        ...(one?.note.trim() && { note: one.note.trim() }),
        ...(pictures.length > 0 && { photos: pictures }),
      }
    }),
    scores: record.scores,
    majorHazard: record.majorHazard,
    result: record.result,
    opinion: record.opinion.trim(),
    signedBy: signersOf(record),
    signatures: signersOf(record).map((name) => ({ name, ...record.signatures[name] })),
    ...(reasons.length > 0 && { reasons: Object.fromEntries(reasons) }),
  }
}
