// Starts the page in the browser.
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

createRoot(document.getElementById('page')!).render(<App />)
