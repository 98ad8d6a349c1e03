import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail, StepDone } from '../../contract.ts'
import { siteChecks, siteTotal, siteVisit2026 } from '../../settings/site-visit-2026.ts'
import { call, Refused } from '../call.ts'
import { score } from '../format.ts'
import { LongField, TextField } from '../parts/field.tsx'
import { Grounds } from '../parts/grounds.tsx'
import { Icon } from '../parts/icon.tsx'
import { Note } from '../parts/states.tsx'
import { Segment } from '../parts/segment.tsx'
import { casesMoved } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useOnline } from '../shell/frame.tsx'
import { useIntention } from '../steps/intention.ts'
import { Receipt } from '../steps/receipt.tsx'
import { useListing, useWords } from '../words.ts'
import { Differences } from './differences.tsx'
import { dropPhoto, type Photo } from './photos.ts'
import { answeredIn, type VisitRecord } from './record.ts'

type Props = {
  detail: CaseDetail
  record: VisitRecord
  set: (record: VisitRecord) => void
  drop: () => void
  declared: Readonly<Record<string, number | undefined>>
  photos: readonly Photo[]
  waiting: number
}

/** Result, group, signatures; then the record is frozen as one entry of the case. */
export function Finish({ detail, record, set, drop, declared, photos, waiting }: Props) {
  const { t } = useTranslation(['admin', 'shell'])
  const listing = useListing()
  const words = useWords()
  const online = useOnline()
  const intention = useIntention()
  const [done, setDone] = useState<StepDone | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const step = detail.available.find((one) => one.step === 'recordSiteVisit')
  const total = siteTotal(Object.fromEntries(Object.entries(record.scores).map(([id, points]) => [id, points ?? undefined])))
  const lacks = lackingIn(record, t)
  const submit = async () => {
    if (busy || lacks.length > 0 || !online || waiting > 0) return
    const body = bodyOf(record, declared, photos)
    setBusy(true)
    setFault(null)
    try {
      setDone(
        await call<StepDone>('POST', `/cases/${detail.case.id}/steps/recordSiteVisit`, {
          body,
          key: intention.keyFor(body),
          version: detail.version,
        }),
      )
      drop()
      await Promise.all(photos.map(({ id }) => dropPhoto(id)))
      await casesMoved()
    } catch (refused) {
      if (refused instanceof Refused && refused.problem.status > 0) intention.answered()
      setFault(refused)
    } finally {
      setBusy(false)
    }
  }
  if (done && step)
    return (
      <section className="card">
        <Receipt id="visit-receipt" done={done} step={step} onClose={() => undefined} />
        <Link className="btn block" to="/cases/$number" params={{ number: detail.case.number }}>
          {t('visit.back')}
        </Link>
      </section>
    )
  const member = (index: number, change: object) =>
    set({ ...record, group: record.group.map((one, at) => (at === index ? { ...one, ...change } : one)) })
  return (
    <>
      <Differences record={record} declared={declared} />
      <section className="card stack">
        <TextField
          type="date"
          label={t('visit.visitedOn')}
          required
          value={record.visitedOn}
          onChange={(visitedOn) => set({ ...record, visitedOn })}
        />
        <fieldset className="stack">
          <legend>{t('visit.group')}</legend>
          {record.group.map((one, index) => (
            <div className="row top" key={index}>
              <TextField
                className="grow"
                label={t('visit.member', { n: index + 1 })}
                value={one.name}
                onChange={(name) => member(index, { name })}
              />
              <TextField className="grow" label={t('visit.org')} value={one.org} onChange={(org) => member(index, { org })} />
              {record.group.length > 3 && (
                <button
                  type="button"
                  className="btn quiet beside"
                  aria-label={t('visit.removeMember', { n: index + 1 })}
                  onClick={() => set({ ...record, group: record.group.toSpliced(index, 1) })}
                >
                  <Icon shape="bin" />
                </button>
              )}
            </div>
          ))}
          {record.group.length < 9 && (
            <button type="button" className="btn" onClick={() => set({ ...record, group: [...record.group, { name: '', org: '' }] })}>
              <Icon shape="plus" />
              {t('visit.addMember')}
            </button>
          )}
        </fieldset>
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
        <LongField
          label={t('visit.sign')}
          required
          rows={3}
          help={t('visit.signHint')}
          value={record.signedBy.join('\n')}
          onChange={(text) => set({ ...record, signedBy: text.split('\n') })}
        />
        {lacks.length > 0 && (
          <p className="s t-am" role="status">
            {t('visit.lacks', { what: listing(lacks) })}
          </p>
        )}
        {!online && <Note tone="am">{t('visit.needOnline')}</Note>}
        {fault instanceof Refused && fault.problem.refusals?.length ? (
          <div role="alert" className="note no">
            <Grounds
              grounds={fault.problem.refusals.map((ground, index) => ({ key: `${index}`, law: ground.law, reason: ground.reason }))}
            />
          </div>
        ) : (
          fault !== null && <Fault error={fault} title={t('shell:error.title')} />
        )}
        <button
          type="button"
          className="btn sign block"
          aria-disabled={busy || lacks.length > 0 || !online || waiting > 0 || undefined}
          onClick={() => void submit()}
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
    ...(record.signedBy.filter((name) => name.trim()).length < 3 ? [t('visit.sign')] : []),
  ]
}

function bodyOf(record: VisitRecord, declared: Props['declared'], photos: readonly Photo[]) {
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
    signedBy: record.signedBy.map((name) => name.trim()).filter(Boolean),
  }
}
