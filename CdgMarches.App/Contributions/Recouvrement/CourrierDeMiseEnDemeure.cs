using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau.Calendrier;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Recouvrement;

/// <summary>La mise en demeure d'un appel, telle que le registre des courriers la suit.</summary>
/// <param name="Id">Le courrier du registre.</param>
/// <param name="Numero">Son numéro.</param>
/// <param name="PosteLe">Son envoi ; nul tant qu'il n'est pas noté.</param>
/// <param name="Issue">Ce que le pli du débiteur est devenu.</param>
/// <param name="NotifieLe">Le jour d'où court le délai de paiement ; nul tant que le registre ne le dit pas.</param>
public sealed record CourrierDeMiseEnDemeure(
    CourrierId Id,
    string Numero,
    DateOnly? PosteLe,
    IssueDeCourrier Issue,
    DateOnly? NotifieLe
)
{
    /// <summary>Où en est la lettre, et jusqu'à quand elle laisse payer.</summary>
    /// <param name="delai">Les jours qu'elle laisse pour payer, depuis sa notification (RG6.21).</param>
    public string EnClair(int delai) =>
        (PosteLe, NotifieLe, Issue) switch
        {
            (_, { } notifiee, _) =>
                $"notifiée le {Formats.DateLongue(notifiee)}, à payer jusqu'au {Formats.DateLongue(Delais.AjouterJours(notifiee, delai))}",
            (null, _, _) => "son envoi est à noter au registre",
            (_, _, IssueDeCourrier.AdresseInconnue) => "revenue d'une adresse inconnue : rien n'est notifié",
            _ => "sa réception est à noter au registre : le délai n'a pas commencé",
        };
}

/// <summary>Retrouve au registre la mise en demeure d'un appel.</summary>
internal static class MisesEnDemeureDuRegistre
{
    /// <returns>La dernière ; nulle si l'appel n'en a pas.</returns>
    public static async Task<CourrierDeMiseEnDemeure?> DerniereMiseEnDemeureAsync(
        this MarchesDbContext contexte,
        AppelDeContributionId appel,
        CancellationToken annulation
    ) =>
        await (
            from c in contexte.Courriers.AsNoTracking()
            from d in c.Destinataires
            where c.ObjetType == nameof(AppelDeContribution) && c.ObjetId == appel.Valeur && d.Rang == 1
            orderby c.Numero descending
            select new CourrierDeMiseEnDemeure(
                c.Id,
                c.Numero,
                c.PosteLe,
                d.Issue,
                d.Issue == IssueDeCourrier.Remis ? d.RemisLe
                    : d.Issue == IssueDeCourrier.Refuse || d.Issue == IssueDeCourrier.NonReclame ? d.PremierePresentation
                    : null
            )
        ).FirstOrDefaultAsync(annulation);
}
