// The first minute: three things to try, each with a button that begins it.
import { useWords } from '../words.ts'
import { Icon } from './icons.tsx'

export interface GreetingProps {
  app: string
  onOpenMessages(): void
  onTypeCommand(): void
  onMoveClock(): void
  onDismiss(): void
}

export function Greeting({ app, onOpenMessages, onTypeCommand, onMoveClock, onDismiss }: GreetingProps) {
  const { greeting, dismiss } = useWords()
  const begins = [onOpenMessages, onTypeCommand, onMoveClock]
  return (
    <section className="greeting" aria-labelledby="greeting-title">
      <header>
        <h2 id="greeting-title">{greeting.title}</h2>
        <button type="button" className="icon-button" aria-label={dismiss} onClick={onDismiss}>
          <Icon name="close" />
        </button>
      </header>
      <p>{greeting.intro(app)}</p>
      <ol>
        {greeting.steps.map(({ title, text, action }, index) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
            <button type="button" className="button" onClick={begins[index]}>
              {action}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
