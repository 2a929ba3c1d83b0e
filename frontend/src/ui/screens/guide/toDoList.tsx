// "Do this now": what a card asks for, each with the app's tool for it, where there is one.
import { ArrowRight } from "lucide-preact";
import type { ToDo } from "../../../content/bundle";
import { messagesFrom } from "../../../i18n";
import guideWords from "../../../i18n/en/guide.json";
import { Card } from "../../start/components/card";
import { Icon } from "../../start/components/icon";
import { toolOf } from "./tools";

const t = messagesFrom(guideWords);

export function ToDoList({ tasks }: { tasks: ToDo[] }) {
  return (
    <Card heading={t("guide.doThis")}>
      <ul class="to-do">
        {tasks.map((task) => (
          <Task key={task.text} task={task} />
        ))}
      </ul>
    </Card>
  );
}

function Task({ task }: { task: ToDo }) {
  const tool = toolOf(task.screen);
  return (
    <li class="task">
      <span>{task.text}</span>
      {tool && (
        <a href={tool.href}>
          {t(tool.words)} <Icon of={ArrowRight} small />
        </a>
      )}
    </li>
  );
}
