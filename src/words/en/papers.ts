import type { Same } from '../shape.ts'
import type { papers as zh } from '../zh/papers.ts'

export const papers: Same<typeof zh> = {
  many: '{{title}}: {{n}} papers', title: 'Papers', entry: 'Entry {{no}}', code: 'Code {{code}}', pdf: 'PDF', word: 'Word', pdfOf: 'Download {{title}} as PDF', wordOf: 'Download {{title}} as Word', print: 'Fingerprint {{hash}}', notPrinted: 'Not printed yet',
}
