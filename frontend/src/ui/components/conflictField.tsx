// Shown beside a short field when two phones wrote it at the same time: both values, and one tap to choose.
import type { Field, Scalar } from "../../domain/case/document";
import { messagesFrom } from "../../i18n";
import noticesWords from "../../i18n/en/notices.json";
import { Button, Buttons } from "../start/components/button";
import { Card } from "../start/components/card";

const t = messagesFrom(noticesWords);

type Props<T extends Scalar> = {
  label: string;
  field: Field<T>;
  show?: (value: T) => string;
  onChoose: (value: T) => void;
};

/** Renders nothing while the field has one value. */
export function ConflictField<T extends Scalar>({ label, field, show = String, onChoose }: Props<T>) {
  if (field.others.length === 0) return null;
  return (
    <Card tone="attention" heading={t("field.twoValues", { label })}>
      <p>{t("field.twoValuesWhy")}</p>
      <Buttons>
        {[field.value, ...field.others].map((value) => (
          <Button key={String(value)} look="quiet" onClick={() => onChoose(value)}>
            <bdi>{show(value)}</bdi>
          </Button>
        ))}
      </Buttons>
    </Card>
  );
}
