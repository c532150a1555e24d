using CdgMarches.App.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Marches;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

internal static class InformationsDuMarche
{
    /// <summary>Les informations qui tiennent : leur courriel, ou son renvoi, n'est ni revenu ni refusé (RG2.15).</summary>
    public static IQueryable<InformationDeMembre> InformationsRemises(
        this MarchesDbContext contexte,
        MarcheId marche,
        ObjetDInformation objet
    ) =>
        contexte.InformationsDeMembre.Where(i =>
            i.Marche == marche
            && i.Objet == objet
            && contexte.EnvoisDeCourriel.Any(e =>
                (e.Id == i.Envoi || e.RenvoiDe == i.Envoi) && e.Etat != EtatDEnvoi.Revenu && e.Etat != EtatDEnvoi.Echoue
            )
        );
}

/// <summary>Le courriel qui prouvait l'information d'un membre est revenu : un autre parti au même membre prend sa place.</summary>
internal sealed class RetourDUneInformation : IAuRetourDUnCourriel
{
    public async Task ExecuterAsync(
        MarchesDbContext contexte,
        EnvoiDeCourriel envoi,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var information = await contexte.InformationsDeMembre.SingleOrDefaultAsync(i => i.Envoi == envoi.Id, annulation);
        var autre = information is null
            ? null
            : await contexte
                .EnvoisDeCourriel.Where(e =>
                    e.Id != envoi.Id
                    && e.ObjetId == envoi.ObjetId
                    && e.Modele == envoi.Modele
                    && e.Collectivite == envoi.Collectivite
                    && (e.Etat == EtatDEnvoi.Envoye || e.Etat == EtatDEnvoi.EnFile || e.Etat == EtatDEnvoi.EnCours)
                )
                .OrderBy(e => e.Id)
                .FirstOrDefaultAsync(annulation);
        if (autre is not null)
        {
            information!.Refaire(autre.Destinataire, autre.Id, autre.DeposeLe);
        }
    }
}
