// The first minutes: steps to try, each with a button that leads to its person and place, and a tick once it was done.
import type { Tour as TourFacts, TourStep } from '../../tour.ts'
import { useWords } from '../words.ts'
import { Icon } from './icons.tsx'

export interface TourProps {
  tour: TourFacts
  /** Of the other tour, where there is one. */
  otherTitle: string | undefined
  moving: boolean
  onOther(): void
  onOpen(place: string, user: string): void
  onDraft(place: string, text: string, user: string): void
  onMove(body: { to: string; user: string }): Promise<void>
  onDismiss(): void
}

export function Tour({ tour, otherTitle, moving, onOther, onOpen, onDraft, onMove, onDismiss }: TourProps) {
  const { dismiss, tourDone } = useWords()
  const next = tour.steps.find(({ done }) => !done)

  function begin({ place, user, draft, move }: TourStep) {
    onOpen(place, user)
    if (draft !== undefined) onDraft(place, draft, user)
    if (move) void onMove(move)
  }
  return (
    <section className="tour" aria-labelledby="tour-title">
      <header>
        <h2 id="tour-title">{tour.title}</h2>
        <button type="button" className="icon-button" aria-label={dismiss} onClick={onDismiss}>
          <Icon name="close" />
        </button>
        {otherTitle !== undefined && (
          <button type="button" className={next ? 'other link' : 'other button primary'} onClick={onOther}>
            {otherTitle} →
          </button>
        )}
      </header>
      {next === tour.steps[0] && <p>{tour.intro}</p>}
      <ol>
        {tour.steps.map((step, index) => (
          <li key={step.title} className={step.done ? 'done' : step === next ? 'next' : ''}>
            {step === next && (
              <div>
                <h3>
                  {index + 1}. {step.title}
                </h3>
                <p>{step.text}</p>
              </div>
            )}
            <button
              type="button"
              className={step === next ? 'button primary' : 'button'}
              aria-label={step.done ? `✓ ${step.title} (${tourDone})` : undefined}
              disabled={moving}
              onClick={() => begin(step)}
            >
              {step === next ? step.action : `${step.done ? '✓' : `${index + 1}.`} ${step.title}`}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
