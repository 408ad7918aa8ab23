import type { Asking } from './fetcher.ts';
import type { Persona } from './personas.ts';

type Bar = Readonly<{
  personas: readonly Persona[];
  asking: Asking;
  onChange: (asking: Asking) => void;
}>;

/** 以谁的身份查询: the persona, another organization, the language, or a petitioner's token. */
export function PersonaBar({ personas, asking, onChange }: Bar) {
  const chosen = personas.find(({ name }) => name === asking.persona);
  return (
    <header className="persona-bar">
      <strong>OneVisit 最多访一次</strong>
      <label>
        岗位 as
        <select
          aria-label="persona"
          value={asking.persona}
          onChange={({ target }) => onChange({ ...asking, persona: target.value, organizationCode: '' })}
        >
          {personas.map(({ name, title }) => (
            <option key={name} value={name}>
              {name === '' ? title : `${name} ${title}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        单位 at
        <input
          aria-label="organization"
          value={asking.organizationCode}
          placeholder={chosen?.organizationCode ?? ''}
          onChange={({ target }) => onChange({ ...asking, organizationCode: target.value.trim() })}
        />
      </label>
      <label>
        信访人凭证 petitioner’s token
        <input
          aria-label="petitioner token"
          type="password"
          value={asking.petitionerToken}
          onChange={({ target }) => onChange({ ...asking, petitionerToken: target.value.trim() })}
        />
      </label>
      <label>
        语言
        <select
          aria-label="language"
          value={asking.language}
          onChange={({ target }) => onChange({ ...asking, language: target.value === 'en' ? 'en' : 'zh-CN' })}
        >
          <option value="zh-CN">中文</option>
          <option value="en">English</option>
        </select>
      </label>
    </header>
  );
}
