import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Basis } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/words.ts'
import type { SiteCheck } from '../../settings/site-visit-2026.ts'
import { useSetting } from '../law/query.ts'
import { amount, timeOf } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { LongField } from '../parts/field.tsx'
import { type Choice, Segment } from '../parts/segment.tsx'
import { useWords } from '../words.ts'
import type { Photo } from './photos.ts'
import { blankCheck, type CheckRecord, differenceOf } from './record.ts'
import { Picture } from './picture.tsx'

/** The setting beyond which a difference must be explained. */
export const differenceSetting = (check: Pick<SiteCheck, 'tolerance'>) => check.tolerance ?? 'site.tolerance'
export function useDifferenceLine(): (check: Pick<SiteCheck, 'tolerance'>) => number {
  const [general, area] = [useSetting('site.tolerance'), useSetting('site.areaTolerance')]
  return (check) => {
    const value = (check.tolerance ? area : general)?.value
    return typeof value === 'number' ? value : 0.1
  }
}

type Props<Result extends string> = {
  check: { id: string; kind: 'figure' | 'sample' | 'confirm'; words: Words; unit?: Words; tolerance?: SiteCheck['tolerance'] }
  law: Basis
  declared: number | undefined
  record: CheckRecord<Result> | undefined
  photos: readonly Photo[]
  /** What can be answered; the first needs no words. */
  results: readonly [Choice<Result>, ...Choice<Result>[]]
  /** A note is due though the answer is the first one. */
  asksNote?: boolean
  onChange: (record: CheckRecord<Result>) => void
  onPhotos: (files: readonly File[]) => void
  /** What is known before looking, and what is asked after it. */
  children?: ReactNode
  after?: ReactNode
}

/** Declared beside verified, the difference reckoned; photos with their time. */
export function CheckCard<Result extends string>({ check, law, declared, record: given, photos, results, asksNote, onChange, onPhotos, children, after }: Props<Result>) {
  const { t } = useTranslation('admin')
  const words = useWords()
  const line = useDifferenceLine()
  const record: CheckRecord<Result> = given ?? blankCheck
  const label = words(check.words)
  const off = differenceOf(declared, record.verified, line(check))
  return (
    <section className="card" aria-label={label}>
      <div className="row between top">
        <h2>
          {check.id}　{label}
        </h2>
        <Cite law={law} />
      </div>
      {children}
      {check.kind === 'figure' && (
        <div className="cmp">
          <div>
            <small>{t('visit.declared')}</small>
            <b>{declared === undefined ? '—' : amount(declared)}</b> <span className="faint">{words(check.unit)}</span>
          </div>
          <label>
            <small>{t('visit.verified')}</small>
            <input
              inputMode="decimal"
              type="number"
              step="any"
              aria-label={`${label} ${t('visit.verified')}`}
              value={record.verified}
              onChange={(event) => onChange({ ...record, verified: event.target.value })}
            />
          </label>
          <div className={off ? (off.over ? 't-no' : 't-ok') : 'faint'}>
            <small>{t('visit.difference')}</small>
            <b>{off ? off.text : '—'}</b>
          </div>
        </div>
      )}
      {check.kind === 'sample' && (
        <LongField
          label={t('visit.verified')}
          rows={2}
          value={record.verified}
          onChange={(verified) => onChange({ ...record, verified })}
        />
      )}
      {off?.over && (
        <div className="note no">
          <Icon shape="warn" />
          <span className="s">
            {t('visit.over', { line: Math.round(line(check) * 1000) / 10 })} <Cite law={`setting:${differenceSetting(check)}`} />
          </span>
        </div>
      )}
      <Segment
        className={results.length > 3 ? 'big four' : 'big'}
        label={`${label} ${t('visit.result')}`}
        value={record.result || null}
        onChange={(result) => onChange({ ...record, result })}
        choices={results}
      />
      {(off?.over || asksNote || (record.result && record.result !== results[0].value) || record.note) && (
        <LongField
          label={off?.over ? t('visit.reason') : t('visit.note')}
          required={(off?.over || asksNote) ?? false}
          rows={2}
          value={record.note}
          onChange={(note) => onChange({ ...record, note })}
        />
      )}
      {after}
      <div className="pics">
        {photos.map((photo) => (
          <Picture key={photo.id} photo={photo} says={`${timeOf(photo.at)}${photo.fileId ? '' : ` ${t(photo.refused ? 'visit.photoRefused' : 'visit.sending')}`}`} />
        ))}
        <label className="add">
          <Icon shape="cam" />
          {t('visit.photo')}
          <input
            className="sr"
            type="file"
            accept="image/jpeg,image/png"
            capture="environment"
            multiple
            aria-label={`${label} ${t('visit.photo')}`}
            onChange={(event) => {
              onPhotos([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </label>
      </div>
    </section>
  )
}
