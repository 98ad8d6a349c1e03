/** How a setting is cited. Apart from the settings themselves, so that a page that only cites does not load them all. */
import type { SettingKey } from './settings.ts'

export const settingRef = <Key extends SettingKey>(key: Key): `setting:${Key}` => `setting:${key}`
