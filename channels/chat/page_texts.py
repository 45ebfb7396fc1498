"""What do our own pages say? Their words, in both languages; the agent's words are the script's."""

from collections.abc import Mapping

from qualification.values import Language

PAGE_TEXTS: Mapping[Language, Mapping[str, str]] = {
    "es": {
        "title": "Banter: el agente que cualifica a sus clientes potenciales",
        "headline": "Conversa con quien pregunta. Pasa a ventas a quien encaja.",
        "lead": (
            "Banter habla con cada visitante en español o en inglés, le pregunta solo lo "
            "necesario y entrega a ventas los contactos cualificados, con los motivos y con "
            "sus propias palabras."
        ),
        "demo_note": (
            "Esto es una demostración: las empresas son inventadas y lo que escriba lo puede "
            "leer quien administre esta copia."
        ),
        "try": "Pruébelo",
        "questions": "Preguntas, como mucho:",
        "chat_es": "Chatear en español",
        "chat_en": "Chatear en inglés",
        "none": "Todavía no hay ningún guion publicado.",
        "sales": "Lo que recibe ventas",
        "sales_note": "Cada contacto cualificado aparece en la consola, con cita y motivo.",
        "console": "Abrir la consola",
        "docs": "Documentación de la API",
        "no_script": "Para chatear hace falta JavaScript.",
        "write": "Escriba su mensaje",
        "send": "Enviar",
        "close": "Cerrar el chat",
        "assistant": "Asistente virtual",
        "again": "Empezar de nuevo",
    },
    "en": {
        "title": "Banter: the agent that qualifies your leads",
        "headline": "It talks to everyone who asks. It hands over those who fit.",
        "lead": (
            "Banter talks with every visitor in Spanish or English, asks only what it must, and "
            "hands the qualified leads to sales, with the reasons and in their own words."
        ),
        "demo_note": (
            "This is a demo: the companies are made up, and whoever runs this copy can read "
            "what you write."
        ),
        "try": "Try it",
        "questions": "Questions, at most:",
        "chat_es": "Chat in Spanish",
        "chat_en": "Chat in English",
        "none": "No script is published yet.",
        "sales": "What sales receives",
        "sales_note": "Every qualified lead shows up in the console, with quotes and reasons.",
        "console": "Open the console",
        "docs": "API documentation",
        "no_script": "The chat needs JavaScript.",
        "write": "Write your message",
        "send": "Send",
        "close": "Close the chat",
        "assistant": "Virtual assistant",
        "again": "Start again",
    },
}
