using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Le pli d'une lettre recommandée : un courrier déjà au registre, ou celui à y enregistrer.</summary>
/// <param name="Nom">À qui elle est adressée.</param>
/// <param name="Adresse">Son adresse postale.</param>
/// <param name="Existant">Le courrier du registre qu'elle est déjà.</param>
public sealed record PliDuGeste(string? Nom, string? Adresse, CourrierId? Existant = null);

/// <summary>Une lettre recommandée qu'un geste vient de noter, et qu'il inscrit au registre.</summary>
internal sealed record LettreDuGeste(LettreDAcces Sorte, int? Numero, PliDuGeste Pli, string Objet);

/// <summary>Les lettres recommandées des conventions d'accès et le registre des courriers, qui en tient les dates (RG6.20, RG6.21).</summary>
internal static class LettresDesConventions
{
    /// <summary>Inscrit la lettre au registre dans la transaction de son geste : nouveau courrier, ou celui que l'agent a choisi.</summary>
    /// <exception cref="RegleMetierException">Le nom ou l'adresse manque, ou une date de l'avis contredit la convention.</exception>
    public static async Task InscrireAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        ConventionDAcces convention,
        LettreDuGeste lettre,
        ValeursDatees valeurs,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var recommande = convention.LettreDe(lettre.Sorte, lettre.Numero);
        var courrier = lettre.Pli.Existant is { } id
            ? await ExistantAsync(contexte, acteur, convention, id, annulation)
            : await EnregistrerCourrier.AjouterAsync(
                contexte,
                acteur,
                lettre.Objet,
                ModeDEnvoi.LettreRecommandee,
                [new AdresseDeCourrier(lettre.Pli.Nom, lettre.Pli.Adresse, Destinataire(convention, lettre))],
                jour,
                new RattachementDeCourrier(nameof(ConventionDAcces), convention.Id.Valeur),
                annulation
            );
        convention.Inscrire(lettre.Sorte, courrier.Id, courrier.Numero, lettre.Numero);
        if (courrier.PosteLe is null)
        {
            courrier.Poster(
                recommande!.EnvoyeLe,
                new Dictionary<int, string?> { [1] = recommande.Numero },
                valeurs.Delai(CodesDesCourriels.RetourDAccuse, recommande.EnvoyeLe),
                jour
            );
            if (recommande.Issue is { } issue)
            {
                courrier.Noter(1, new SuiviDeCourrier(Issue(issue), recommande.PresenteLe, recommande.RemisLe), jour);
            }
        }

        convention.Suivre(courrier, jour);
    }

    /// <summary>Porte à la convention ce que le registre vient de noter d'une de ses lettres.</summary>
    /// <returns>L'effet de la dénonciation que ce courrier notifie ; nul s'il n'en notifie pas.</returns>
    /// <exception cref="RegleMetierException">La date contredit la convention : rien n'est noté.</exception>
    public static async Task<string?> NourrirLesConventionsAsync(
        this MarchesDbContext contexte,
        Courrier courrier,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var id = courrier.Id;
        var convention = await contexte
            .ConventionsDAcces.AsSplitQuery()
            .SingleOrDefaultAsync(
                c =>
                    c.Denonciations.Any(d => d.Lettre.Courrier == id || (d.Archives != null && d.Archives.Courrier == id))
                    || c.MisesEnDemeure.Any(m => m.Lettre.Courrier == id),
                annulation
            );
        convention?.Suivre(courrier, jour);
        return convention?.DenonciationEnCours?.Lettre.Courrier == id ? convention.EffetDeLaDenonciation?.Phrase : null;
    }

    private static async Task<Courrier> ExistantAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ConventionDAcces convention,
        CourrierId id,
        CancellationToken annulation
    ) =>
        await contexte
            .CourriersVisibles(acteur)
            .SingleOrDefaultAsync(
                c => c.Id == id && c.ObjetType == nameof(ConventionDAcces) && c.ObjetId == convention.Id.Valeur,
                annulation
            )
        ?? throw new RefusException(
            "Ce courrier n'est pas rattaché à cette convention dans le registre. Rien n'a été noté : choisissez-en un autre, ou laissez-en enregistrer un nouveau."
        );

    /// <summary>La collectivité, sauf la lettre qu'elle envoie elle-même et celle des archives.</summary>
    private static Guid? Destinataire(ConventionDAcces convention, LettreDuGeste lettre) =>
        lettre.Sorte is LettreDAcces.Archives
        || (
            lettre.Sorte is LettreDAcces.Denonciation
            && convention.DenonciationEnCours!.Auteur is AuteurDeDenonciation.Collectivite
        )
            ? null
            : convention.Collectivite.Valeur;

    private static IssueDeCourrier Issue(IssueDuRecommande issue) =>
        issue switch
        {
            IssueDuRecommande.Remis => IssueDeCourrier.Remis,
            IssueDuRecommande.Refuse => IssueDeCourrier.Refuse,
            IssueDuRecommande.NonReclame => IssueDeCourrier.NonReclame,
        };
}
