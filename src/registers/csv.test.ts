import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test.each([
  ['plain text stays as it is', '晋中', '晋中'],
  ['a comma is quoted', '一, 二', '"一, 二"'],
  ['a quotation mark is doubled', '"a"', '"""a"""'],
  ['a line break is quoted', 'a\nb', '"a\nb"'],
  ['a formula is kept a text', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['so is what begins with a sign', '+86', "'+86"],
  ['so is what begins with a full-width one', '＝1+1', "'＝1+1"],
  ['a minus of a text is a text', '-1', "'-1"],
  ['a number is a number', -1, '-1'],
  ['nothing is nothing', null, ''],
])('%s', (_what, cell, kept) => expect(csvOf(['a'], [[cell]])).toBe(`\uFEFFa\r\n${kept}\r\n`))
