// The phone's own way to choose a file. No kind of file is asked for: phones grey out what they do not know.
import { useId } from "preact/hooks";
import "../../components/field.css";

type Props = { label: string; onFile: (file: File) => void };

export function ChooseFile({ label, onFile }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="field-box"
        type="file"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file may be chosen again.
          currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
