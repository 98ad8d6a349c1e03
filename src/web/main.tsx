import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { client } from './queries.ts'
import { router } from './routes.tsx'
import { startWords } from './words.ts'
import './zhongshi.css'
import './css/shell.css'
import './css/worklist.css'
import './css/case.css'
import './css/narrow.css'
import './css/print.css'

const place = document.getElementById('workbench')
if (!place) throw new Error('no place to draw the workbench')
await startWords()
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
