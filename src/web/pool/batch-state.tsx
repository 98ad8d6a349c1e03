import { useTranslation } from 'react-i18next'
import type { BatchRow } from '../../registers/batches.ts'
import { type Family, Mark } from '../parts/status.tsx'

const families: { readonly [S in BatchRow['state']]: Family } = { proposed: 'judge', refused: 'void', open: 'go', past: 'back', closed: 'void' }

/** Open, past its cut-off but not closed yet, closed; an added one first waits for another person. */
export function BatchState({ batch }: { batch: BatchRow }) {
  const { t } = useTranslation('pool')
  return <Mark family={families[batch.state]} words={t(`batch.state.${batch.state}`, { on: batch.closedOn ?? '' })} />
}
