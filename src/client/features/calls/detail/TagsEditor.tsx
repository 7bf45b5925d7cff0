import { Button, Loader, TagsInput, Text } from '@mantine/core'
import { useId } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { UnsavedChangesGuard } from '../../../components/UnsavedChangesGuard.tsx'
import { WhyNot } from '../../../components/WhyNot.tsx'
import { t } from '../../../i18n/t.ts'
import { useWhyNot } from '../../../lib/rights.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { afterTagsAnswered } from './call-drafts.ts'
import { Section } from './Section.tsx'
import { useCallDraft } from './use-call-draft.tsx'
import { useSaveCall } from './use-save-call.ts'

/** Who sees that the server had forgotten them has signed in again: that reason holds no more. */
const unsavedTags = ({ reason, isUnknown }: { reason: string; isUnknown: boolean }) =>
  isUnknown ? t('Your tags are not saved yet.') : t('Your tags are not saved: {reason}', { reason })

/** Saved with each tag put on or taken off. */
export function TagsEditor({ call }: { call: CallDetail }) {
  const { save, isSaving } = useSaveCall()
  const whyNot = useWhyNot('calls.work', 'change tags')
  const whyNotId = useId()
  const { draft, change } = useCallDraft(call.id)
  const known = trpc.calls.facets.useQuery(undefined, { staleTime: 60_000 }).data?.tags ?? []

  const send = async (tags: string[], base: CallDetail) => {
    change((now) => ({ ...now, tags: { wanted: tags, base, problem: null } }))
    const outcome = await save({
      edit: { tags },
      base,
      hasSameFieldChanged: (now) => now.tags.join('\n') !== base.tags.join('\n'),
    })
    const problem = outcome.kind === 'saved' ? null : outcome
    change((now) => afterTagsAnswered(now, tags, problem))
  }

  const forget = () => change((now) => ({ ...now, tags: null }))
  const { tags } = draft
  const problem = tags?.problem ?? null
  return (
    <Section
      title={t('Tags')}
      aside={isSaving && <Loader size={16} aria-label={t('Saving tags')} />}
    >
      <UnsavedChangesGuard isDirty={problem !== null} what={t('the tags')} />
      <TagsInput
        aria-label={t('Tags')}
        placeholder={
          whyNot === null ? t('Add a tag') : call.tags.length === 0 ? t('No tags') : undefined
        }
        aria-describedby={whyNot === null ? undefined : whyNotId}
        data={known}
        maxTags={30}
        maxDropdownHeight={220}
        openOnFocus={false}
        value={tags?.wanted ?? call.tags}
        searchValue={draft.tagWords}
        onSearchChange={(tagWords) => change((now) => ({ ...now, tagWords }))}
        onChange={(wanted) => void send(wanted, tags?.base ?? call)}
        readOnly={isSaving || whyNot !== null}
        error={problem !== null}
      />
      {whyNot !== null && <WhyNot id={whyNotId}>{whyNot}</WhyNot>}
      {tags !== null && problem !== null && (
        <div role="alert">
          <Text size="sm" c="var(--mantine-color-error)" mt="xs">
            {problem.kind === 'failed'
              ? unsavedTags(problem)
              : t('Somebody else changed the tags to: {tags}.', {
                  tags: problem.theirs.tags.join(', ') || t('none|of tags'),
                })}
          </Text>
          <Button
            size="compact-xs"
            mt={4}
            mr="xs"
            onClick={() =>
              void send(tags.wanted, problem.kind === 'conflict' ? problem.theirs : tags.base)
            }
          >
            {problem.kind === 'failed' ? t('Try again') : t('Save mine instead')}
          </Button>
          <Button size="compact-xs" mt={4} variant="default" onClick={forget}>
            {problem.kind === 'failed' ? t('Discard') : t('Keep theirs')}
          </Button>
        </div>
      )}
    </Section>
  )
}
