import { useTranslation } from 'react-i18next'
import { Mark } from '../parts/status.tsx'

const families = { excellent: 'ok', good: 'ok', fair: 'back', poor: 'no' } as const

/** A grade by shape, word and colour; a year without one says why. */
export function GradeMark({ grade, outcome }: { grade: string | null; outcome: string }) {
  const { t } = useTranslation('assess')
  if (outcome !== 'graded' || !grade) return <Mark family={outcome === 'absent' ? 'no' : 'void'} words={t(`outcomes.${outcome as 'deferred'}`)} />
  return <Mark family={families[grade as keyof typeof families]} words={t(`grades.${grade as keyof typeof families}`)} />
}
