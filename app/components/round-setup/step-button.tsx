import { useLocation } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { intentOf } from '../../core/rounds/round-form-steps.ts'
import type { RoundFormStep } from '../../core/rounds/round-form-steps.ts'
import { buttonClass } from '../ui/button.tsx'
import type { ButtonLook } from '../ui/button.tsx'
import type { RoundSection } from './round-sections.ts'

/** The part of the form in which the ranking policy is edited. */
export const RANKING_SECTION = 'xep-hang' satisfies RoundSection['id']

type StepButtonProps = Omit<ComponentProps<'button'>, 'onClick'> & {
  step: RoundFormStep
  /** Where the page that comes back is to be read on from. */
  section: RoundSection['id']
  look: ButtonLook
  isDisabled?: boolean
  onPress: () => void
}

/**
 * Makes a change to the form: here, when scripts run; or else by sending the form, which comes back changed.
 * `aria-disabled` rather than `disabled`: a button that has reached the end of its way keeps the focus.
 */
export function StepButton({
  step,
  section,
  look,
  isDisabled,
  onPress,
  className,
  ...button
}: StepButtonProps) {
  const { pathname, search } = useLocation()

  return (
    <button
      {...button}
      type="submit"
      name="intent"
      value={intentOf(step)}
      formAction={`${pathname}${search}#${section}`}
      aria-disabled={isDisabled || undefined}
      onClick={(event) => {
        event.preventDefault()
        if (!isDisabled) onPress()
      }}
      className={buttonClass(look, className)}
    />
  )
}
