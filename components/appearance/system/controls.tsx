import { useTranslations } from 'next-intl'
import { Field as StaffField } from '@/components/staff/field'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { described, Field, Select, TextArea, TextInput } from '@/components/ui/field'
import { LinkRow } from '@/components/ui/link-row'
import { Notice } from '@/components/ui/notice'
import { Specimen, Specimens } from './specimen'

const ERROR = { hint: true, error: true }

/** Renders buttons, links, fields and notices in each of their states. */
export function Controls() {
  const t = useTranslations('appearance.system')
  return (
    <>
      <Specimens title={t('buttons')}>
        <Specimen name={t('state.primary')}>
          <Button type="button">{t('sample.send')}</Button>
        </Specimen>
        <Specimen name={t('state.primaryBusy')}>
          <Button type="button" aria-disabled>
            {t('sample.sending')}
          </Button>
        </Specimen>
        <Specimen name={t('state.quiet')}>
          <Button type="button" look="quiet">
            {t('sample.edit')}
          </Button>
        </Specimen>
        <Specimen name={t('state.focus')} focus="itself">
          <Button type="button" look="quiet">
            {t('sample.edit')}
          </Button>
        </Specimen>
        <Specimen name={t('state.copy')}>
          <CopyButton text={t('sample.text')} label={t('sample.copy')} done={t('sample.copied')} />
        </Specimen>
        <Specimen name={t('state.links')}>
          <LinkRow>
            <a href="#elements" className="inline-block py-2">
              {t('sample.link')}
            </a>
            <a href="#elements" className="inline-block py-2">
              {t('sample.otherLink')}
            </a>
          </LinkRow>
        </Specimen>
      </Specimens>
      <Specimens title={t('fields')}>
        <Specimen name={t('state.empty')}>
          <Field id="specimen-empty" label={t('sample.label')} hint={t('sample.hint')}>
            <TextInput {...described('specimen-empty', { hint: true })} />
          </Field>
        </Specimen>
        <Specimen name={t('state.error')}>
          <Field
            id="specimen-error"
            label={t('sample.label')}
            hint={t('sample.hint')}
            error={t('sample.error')}
          >
            <TextInput {...described('specimen-error', ERROR)} defaultValue={t('sample.text')} />
          </Field>
        </Specimen>
        <Specimen name={t('state.disabled')}>
          <Field id="specimen-disabled" label={t('sample.label')}>
            <TextInput id="specimen-disabled" defaultValue={t('sample.text')} disabled />
          </Field>
        </Specimen>
        <Specimen name={t('state.select')}>
          <Field id="specimen-select" label={t('sample.label')}>
            <Select id="specimen-select">
              <option>{t('sample.link')}</option>
              <option>{t('sample.otherLink')}</option>
            </Select>
          </Field>
        </Specimen>
        <Specimen name={t('state.area')}>
          <Field id="specimen-area" label={t('sample.label')}>
            <TextArea id="specimen-area" rows={3} defaultValue={t('sample.sentence')} />
          </Field>
        </Specimen>
        <Specimen name={t('state.large')}>
          <StaffField
            id="specimen-large"
            name="specimen"
            label={t('sample.label')}
            error={t('sample.error')}
          />
        </Specimen>
      </Specimens>
      <Specimens title={t('notices')}>
        <Specimen name={t('state.notice')}>
          <Notice>{t('sample.sentence')}</Notice>
        </Specimen>
        <Specimen name={t('state.noticeList')}>
          <Notice tone="problem">
            <p className="font-semibold">{t('sample.errorTitle')}</p>
            <ul className="mt-1">
              <li>
                <a href="#specimen-error">{t('sample.error')}</a>
              </li>
            </ul>
          </Notice>
        </Specimen>
      </Specimens>
    </>
  )
}
