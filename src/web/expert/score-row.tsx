import { useTranslation } from 'react-i18next'
import { asksComment, bandOf, type RubricItem } from '../../settings/rubric-2026.ts'
import { LongField } from '../parts/field.tsx'
import { Segment } from '../parts/segment.tsx'
import { useWords } from '../words.ts'

export type ScoreRowProps = {
  item: RubricItem
  points: number | undefined
  comment: string
  open: boolean
  onOpen: () => void
  onPoints: (points: number) => void
  onComment: (comment: string) => void
}

/** Four anchors to read by and a row of points to choose from; digits work as keys. A band preselects nothing. */
export function ScoreRow({ item, points, comment, open, onOpen, onPoints, onComment }: ScoreRowProps) {
  const { t } = useTranslation('admin')
  const words = useWords()
  const label = words(item.words)
  const band = points === undefined ? undefined : bandOf(item, points)
  return (
    <div
      className={open ? 'item cur' : 'item'}
      data-item={item.id}
      onKeyDown={(event) => {
        const digit = Number(event.key)
        if (event.target instanceof HTMLTextAreaElement || event.key === ' ' || !Number.isInteger(digit) || digit > item.points) return
        onPoints(digit)
      }}
    >
      <button type="button" className="itemhead" aria-expanded={open} onClick={onOpen}>
        <b className="faint">{item.id}</b>
        <b className="grow">{label}</b>
        <span className="nowrap">
          <b className="figure">{points ?? '—'}</b> <span className="faint">{t('score.of', { n: item.points })}</span>
        </span>
      </button>
      {open && (
        <>
          <ul className="anch" aria-label={t('score.band')}>
            {item.bands.map((one) => (
              <li key={one.id} className={one.id === band ? 'on' : undefined}>
                <b>{one.most === one.least ? one.most : t('score.range', { most: one.most, least: one.least })}</b>
                {words(one.words)}
              </li>
            ))}
          </ul>
          <Segment
            className="pts"
            label={t('score.pointsOf', { item: label })}
            value={points === undefined ? null : String(points)}
            onChange={(value) => onPoints(Number(value))}
            choices={Array.from({ length: item.points + 1 }, (_, n) => ({ value: String(n), label: String(n) }))}
          />
          <LongField
            label={t('score.comment')}
            required={points !== undefined && asksComment(item, points)}
            rows={2}
            value={comment}
            onChange={onComment}
          />
        </>
      )}
    </div>
  )
}
