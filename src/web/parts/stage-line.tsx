import { useTranslation } from 'react-i18next'
import type { Words } from '../../kernel/words.ts'
import { useWords } from '../words.ts'

/** Vessels that grow from tube to plant; the one the case stands in is half full. */
export function StageLine({ stages, now, finished }: { stages: readonly Words[]; now: number | null; finished: boolean }) {
  const { t } = useTranslation('case')
  const words = useWords()
  if (stages.length === 0) return null
  return (
    <ol className="pipe" aria-label={t('head.stages')} data-now={now === null ? undefined : words(stages[now])}>
      {stages.map((stage, index) => {
        const state = now === null ? '' : index < now || (finished && index === now) ? 'done' : index === now ? 'now' : ''
        return (
          <li key={stage.en} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span>{words(stage)}</span>
          </li>
        )
      })}
    </ol>
  )
}
