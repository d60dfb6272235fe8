import { useMemo, useState } from 'preact/hooks';
import { normalFrom, randomFrom } from '../../models/random.ts';
import { pathOf } from '../../models/segmentation/mask.ts';
import { buildRegionTree } from '../../models/segmentation/region-tree.ts';
import { paint, scenes } from '../../models/segmentation/scenes.ts';
import { Button, Choice, Select, Slider } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import type { Lang } from '../shared/words.ts';
import { judge } from './answer.ts';
import { Stage } from './parts/stage.tsx';
import { first, set, startOf, type State, takeBack } from './state.ts';
import { type Level, type Mode, type SceneName, words } from './words.ts';

/** Rows stay, so that nothing moves where there are fewer masks. */
const places = [0, 1, 2];

/** Clicks and boxes on synthetic pictures, answered by a tree of regions with up to three ranked masks. */
export function Figure({ lang }: { lang: Lang }) {
  const [state, setState] = useState(first);
  const own = words[lang];
  const scene = scenes[state.scene];
  const { picture, tree } = useMemo(() => {
    const painted = paint(scene, state.noise / 100, normalFrom(randomFrom(7)));
    return { picture: painted, tree: buildRegionTree(painted) };
  }, [scene, state.noise]);
  const { masks, truth, best } = useMemo(
    () => judge(scene, tree, state),
    [scene, tree, state.mode, state.points, state.box, state.level],
  );
  const paths = useMemo(() => masks.map(({ mask }) => pathOf(mask)), [masks]);
  const change = (part: Partial<State>): void => {
    setState((before) => ({ ...before, ...part }));
  };
  const at = state.mode === 'box' ? { x: state.box.left, y: state.box.top } : state.points[0];
  const prompt = own.prompt(state.mode, at?.x ?? 0, at?.y ?? 0, state.points.length);
  const meant = truth ? (own.objects[truth.object.name] ?? '') : '';
  const verdict = truth
    ? own.verdict(meant, best + 1, masks[best]?.iou?.toFixed(2) ?? '', best === 0)
    : masks.length > 0
      ? own.noTruth
      : own.nothing;
  const options = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
    (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }));
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={own.summary(prompt, masks.length) + verdict}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Select
            label={own.scene}
            value={state.scene}
            options={options(own.scenes)}
            onChange={(name: SceneName) => {
              change(startOf(name));
            }}
          />
          <Choice
            label={own.mode}
            value={state.mode}
            options={options(own.modes)}
            onChange={(mode: Mode) => {
              change({
                mode,
                shown: 0,
                corner: undefined,
                isForeground: true,
                points: state.points.slice(0, 1),
              });
            }}
          />
          <Choice
            label={own.sign}
            value={state.isForeground ? 'plus' : 'minus'}
            options={[
              { value: 'plus', label: own.foreground },
              { value: 'minus', label: own.background },
            ]}
            onChange={(sign) => {
              // A point of the background is one of several.
              change({ isForeground: sign === 'plus', mode: 'many', shown: 0, corner: undefined });
            }}
          />
          <Button
            disabled={state.mode !== 'many' || state.points.length < 2}
            onClick={() => {
              setState(takeBack);
            }}
          >
            {own.undo}
          </Button>
          <Choice
            label={own.meant}
            value={state.level}
            options={options(own.levels)}
            onChange={(level: Level) => {
              change({ level });
            }}
          />
          <Slider
            label={own.noise}
            min={0}
            max={15}
            value={state.noise}
            text={(state.noise / 100).toFixed(2)}
            onChange={(noise) => {
              change({ noise, shown: 0 });
            }}
          />
          <Choice
            label={own.shown}
            value={String(state.shown)}
            options={places.map((place) => ({ value: String(place), label: String(place + 1) }))}
            onChange={(place) => {
              change({ shown: Number(place) });
            }}
          />
        </>
      }
    >
      <div class="prompt-playground">
        <Stage
          scene={scene}
          picture={picture}
          state={state}
          label={own.stage(state.cursor.x, state.cursor.y)}
          masks={paths}
          truth={truth ? pathOf(truth.mask) : ''}
          onSet={(x, y) => {
            setState((before) => set(before, x, y));
          }}
          onMove={(x, y) => {
            change({ cursor: { x, y } });
          }}
          onBack={() => {
            setState(takeBack);
          }}
        />
        <table>
          <thead>
            <tr>
              <th scope="col">{own.rank}</th>
              <th scope="col">{own.pixels}</th>
              <th scope="col">{own.expected}</th>
              <th scope="col">{own.actual}</th>
              <th scope="col">{own.loss}</th>
              <th scope="col">{own.passed}</th>
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={place} class={`prompt-playground-${String(place + 1)}`}>
                <th scope="row">{place + 1}</th>
                <td>{masks[place]?.area ?? '–'}</td>
                <td>{masks[place]?.score.toFixed(2) ?? '–'}</td>
                <td>{masks[place]?.iou?.toFixed(2) ?? '–'}</td>
                <td>{masks[place]?.loss?.toFixed(2) ?? '–'}</td>
                <td>{place === best ? own.yes : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Frame>
  );
}
