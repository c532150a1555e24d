using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>Les questions et réponses du profil d'acheteur, en CSV ou Excel : aperçu, puis inscription au registre.</summary>
/// <remarks>Une question déjà inscrite sans réponse reçoit celle du fichier ; une réponse déjà notée ne change pas.</remarks>
public sealed class ImporterQuestions(LireRegistre lire, TenirRegistre tenir) : ImportDeRegistre<Question>(lire, tenir)
{
    private const string Motif = "Repris du registre du profil d'acheteur.";

    private static readonly ColonneDImport<string?> Texte = Colonnes.Texte("Question", 4000) with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Texte de la question", "Libellé"],
    };

    private static readonly ColonneDImport<DateOnly?> Recue = Colonnes.Date("Reçue le") with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Date", "Date de la question", "Posée le"],
    };

    private static readonly ColonneDImport<string?> Reponse = Colonnes.Texte("Réponse", 4000) with
    {
        Alias = ["Texte de la réponse"],
    };

    private static readonly ColonneDImport<DateOnly?> Repondue = Colonnes.Date("Réponse le") with
    {
        Alias = ["Date de la réponse", "Répondu le", "Publiée le"],
    };

    private protected override PlanDImport Plan { get; } = new("Questions", Texte, Recue, Reponse, Repondue);

    private protected override Champs<Question> Champs =>
        new Champs<Question>()
            .Avec(Texte, q => q.Texte)
            .Avec(Recue, q => (DateOnly?)q.RecueLe)
            .Avec(Reponse, q => q.Reponse)
            .Avec(Repondue, q => q.ReponduLe);

    private protected override IReadOnlyList<Question> Inscrits(Registre registre) => registre.Questions;

    private protected override string Cle(Question inscrit) => Cle(inscrit.Texte);

    private protected override string? Cle(LigneDImport ligne) => ligne.Lire(Texte) is { } texte ? Cle(texte) : null;

    private protected override void Controler(LigneDImport ligne, Question? inscrit)
    {
        if (ligne.Lire(Reponse) is null != ligne.Lire(Repondue) is null)
        {
            ligne.Refuser(Repondue, "une réponse va avec sa date, et une date avec sa réponse.");
        }
        else if (ligne.Lire(Repondue) is { } le && ligne.Lire(Recue) is { } recue && le < recue)
        {
            ligne.Refuser(Repondue, "la réponse ne peut pas précéder la question.");
        }
        else if (inscrit?.ReponduLe is not null)
        {
            ligne.Avertir(Texte, "cette question a déjà sa réponse au registre : elle y reste telle quelle.");
        }
    }

    private protected override EcritureAuRegistre? Ecrire(LigneDApercu ligne) =>
        new EcritureAuRegistre.Reprend(
            ligne.Source.Lire(Texte)!,
            ligne.Source.Lire(Recue)!.Value,
            ligne.Source.Lire(Reponse),
            ligne.Source.Lire(Repondue),
            Motif
        );

    private static string Cle(string texte)
    {
        var cle = CleDeTri.De(texte);
        return cle.Length > 300 ? cle[..300] : cle;
    }
}
