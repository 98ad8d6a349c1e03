import { useQuery } from '@tanstack/react-query'
import { useWords } from '../words.ts'

/** The name of a setting. Names stand in the settings themselves and are loaded once; the key until then. */
export function useSettingName(): (key: string) => string {
  const words = useWords()
  const { data } = useQuery({
    queryKey: ['setting names'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => import('../../settings/settings.ts'),
  })
  return (key) => (data?.isSettingKey(key) ? words(data.settingOf(key).words) : key)
}
