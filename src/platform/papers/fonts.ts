/** The faces papers are set in. They lie in the project with their licences (assets/fonts/README.md). */
import { join } from 'node:path'

export const fontFolder = join(import.meta.dirname, '..', '..', '..', 'assets', 'fonts')
export const fontFiles = ['FandolFang-Regular.otf', 'FandolKai-Regular.otf', 'FandolHei-Regular.otf', 'FandolSong-Bold.otf', 'ZhongshiSongSupplement-Regular.ttf'].map((name) => join(fontFolder, name))
