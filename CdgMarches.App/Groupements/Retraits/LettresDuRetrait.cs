using CdgMarches.Database;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>La lettre par laquelle un membre informe le coordonnateur, au registre des courriers.</summary>
/// <param name="Courrier">Le courrier.</param>
/// <param name="Numero">Son numéro.</param>
/// <param name="RecueLe">Le jour où le coordonnateur l'a reçue ; nul tant que le registre ne le dit pas.</param>
public sealed record LettreDuPreavis(CourrierId Courrier, string Numero, DateOnly? RecueLe)
{
    /// <summary>Ce que l'histoire du retrait garde comme preuve.</summary>
    public string Preuve => $"Courrier {Numero} du registre.";
}

/// <summary>Les lettres d'un retrait et le registre des courriers, qui en tient les dates (RG1.31, RG6.20).</summary>
internal static class LettresDuRetrait
{
    /// <summary>
    /// La lettre du dossier adressée au coordonnateur : la première reçue, à défaut la première enregistrée. Celles que le CDG
    /// envoie au membre n'en sont pas.
    /// </summary>
    public static async Task<LettreDuPreavis?> LettreDuPreavisAsync(
        this MarchesDbContext contexte,
        DossierDeRetrait dossier,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var (cle, coordonnateur) = (dossier.Id.Valeur, groupement.Coordonnateur.Valeur);
        // Tracked on purpose: the letter being noted in this unit of work answers with what it now says.
        var courriers = await contexte
            .Courriers.Where(c => c.ObjetType == nameof(DossierDeRetrait) && c.ObjetId == cle)
            .Where(c => c.Destinataires.Any(d => d.Collectivite == coordonnateur))
            .OrderBy(c => c.Numero)
            .ToListAsync(annulation);
        return courriers
            .Select(c => new LettreDuPreavis(
                c.Id,
                c.Numero,
                c.Destinataires.Where(d => d.Collectivite == coordonnateur).Min(d => d.DateDeNotification)
            ))
            .OrderBy(l => l.RecueLe ?? DateOnly.MaxValue)
            .FirstOrDefault();
    }

    /// <summary>Porte au retrait la réception que le registre vient de noter d'une lettre de son dossier.</summary>
    /// <param name="contexte">L'unité de travail, que l'appelant enregistre.</param>
    /// <param name="courrier">Le courrier, tel qu'il vient d'être noté.</param>
    /// <param name="avant">La réception que le registre tenait avant.</param>
    /// <param name="jour">Le jour du CDG.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <returns>La sortie qui s'en déduit, en une phrase ; nulle si ce courrier n'informe pas le coordonnateur d'un retrait ouvert.</returns>
    public static async Task<string?> NourrirLesRetraitsAsync(
        this MarchesDbContext contexte,
        Courrier courrier,
        DateOnly? avant,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        if (courrier is not { ObjetType: nameof(DossierDeRetrait), ObjetId: { } cle })
        {
            return null;
        }

        var id = new DossierDeRetraitId(cle);
        var dossier = await contexte.DossiersDeRetrait.SingleOrDefaultAsync(d => d.Id == id, annulation);
        if (dossier is not { Mode: ModeDeRetrait.PreavisAnnuel, Etat: EtatDeRetrait.Annonce })
        {
            return null;
        }

        var groupement = await contexte.Groupements.SingleAsync(g => g.Id == dossier.Groupement, annulation);
        var lettre = await contexte.LettreDuPreavisAsync(dossier, groupement, annulation);
        if (lettre?.RecueLe is { } recue)
        {
            if (recue == dossier.InformeLe)
            {
                return null;
            }

            var entree = await contexte
                .Adhesions.Where(a => a.Id == dossier.Adhesion)
                .Select(a => a.Entree)
                .SingleAsync(annulation);
            dossier.Informer(recue, lettre.Preuve, entree, groupement.Regles, jour);
            return $"Le coordonnateur est informé du retrait : la sortie est au {Socle.Formats.DateLongue(dossier.SortieLe!.Value)}.";
        }

        if (avant is null || avant != dossier.InformeLe)
        {
            return null;
        }

        dossier.OublierLInformation();
        return "Le coordonnateur n'est plus informé du retrait : sa réception est à noter de nouveau, ou à prouver autrement.";
    }
}
