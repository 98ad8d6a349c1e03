import { fields } from '../../settings/fields.ts'
import { useWords } from '../words.ts'

/** The name of a field of the city's list; lists carry its id. */
export function useFieldName(): (id: string) => string {
  const words = useWords()
  return (id) => words(fields.find((field) => field.id === id)?.words) || id
}
