import { useQuery } from '@tanstack/react-query'
import { useWords } from '../words.ts'

/** The name of a setting. Names stand in the settings themselves and are loaded once; until then a place is kept. */
export function useSettingName(): (key: string) => string {
  const words = useWords()
  const { data } = useQuery({
    queryKey: ['setting names'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => import('../../settings/settings.ts'),
  })
  return (key) => (!data ? '…' : data.isSettingKey(key) ? words(data.settingOf(key).words) : key)
}
