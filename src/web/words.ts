import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Words } from '../kernel/words.ts'
import type { Catalogue } from '../words/zh/workbench.ts'

export type Language = 'zh' | 'en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: Catalogue
  }
}

const catalogues = {
  zh: async () => (await import('../words/zh/workbench.ts')).workbench,
  en: async () => (await import('../words/en/workbench.ts')).workbench,
}

const kept = 'zhongshi.language'

export const keptLanguage = (): Language => (localStorage.getItem(kept) === 'en' ? 'en' : 'zh')

/** Only the language in use is loaded. */
export async function startWords() {
  const language = keptLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'shell',
    resources: { [language]: await catalogues[language]() },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  show(language)
}

export async function setLanguage(language: Language) {
  for (const [area, words] of Object.entries(await catalogues[language]())) i18next.addResourceBundle(language, area, words, true, true)
  await i18next.changeLanguage(language)
  localStorage.setItem(kept, language)
  show(language)
}

const show = (language: Language) => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

export const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'zh')

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'zh'
}

/** Several names in a row, as the language writes them. */
export function useListing(): (texts: readonly string[]) => string {
  const language = useLanguage()
  return useCallback((texts) => texts.join(language === 'zh' ? '、' : ', '), [language])
}

/** Picks the text in the language of the screen; domain words come from the server in both. */
export function useWords(): (words: Words | null | undefined) => string {
  const language = useLanguage()
  return useCallback((words) => (words ? words[language] || words.zh : ''), [language])
}
