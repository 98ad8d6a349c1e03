import { useTranslation } from 'react-i18next'
import type { Standing } from '../../registers/expert-rows.ts'
import { type Family, Mark } from '../parts/status.tsx'

export const standings: readonly Standing[] = ['callable', 'unavailable', 'away', 'barred', 'noAccount']
const families: { readonly [S in Standing]: Family } = { callable: 'ok', unavailable: 'void', away: 'back', barred: 'no', noAccount: 'open' }

export function StandingMark({ standing }: { standing: Standing }) {
  const { t } = useTranslation('pool')
  return <Mark family={families[standing]} words={t(`standing.${standing}`)} />
}
