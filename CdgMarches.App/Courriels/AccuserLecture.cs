using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Note qu'un membre a lu ce qui lui a été transmis : d'un bouton, jamais à l'ouverture.</summary>
public sealed class AccuserLecture(IDbContextFactory<MarchesDbContext> donnees, LiensPersonnels liens, HorlogeLegale horloge)
{
    /// <summary>Depuis l'espace du membre.</summary>
    public async Task ExecuterAsync(
        Acteur acteur,
        TransmissionId id,
        CollectiviteId collectivite,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace, collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await NoterAsync(contexte, id, collectivite, acteur, annulation);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Depuis le lien personnel du courriel.</summary>
    public async Task ParLienAsync(string? jeton, string? adresse, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async arret =>
            {
                var lien = await liens.ConsommerAsync(
                    contexte,
                    jeton,
                    TransmettreAuxMembres.UsageDeLecture,
                    adresse,
                    lecture: true,
                    arret
                );
                var porteur = LiensPersonnels.Porteur(lien, adresse);
                await NoterAsync(
                    contexte,
                    new TransmissionId(lien.CibleId),
                    new CollectiviteId(lien.Collectivite!.Value),
                    porteur with
                    {
                        Nom = lien.Destinataire,
                    },
                    arret
                );
                await contexte.SaveChangesAsync(arret);
            },
            annulation
        );
    }

    private async Task NoterAsync(
        MarchesDbContext contexte,
        TransmissionId id,
        CollectiviteId collectivite,
        Acteur lecteur,
        CancellationToken annulation
    )
    {
        var membre =
            await contexte.MembresInformes.SingleOrDefaultAsync(
                m => m.Transmission == id && m.Collectivite == collectivite,
                annulation
            ) ?? throw new RefusException("Cette transmission n'est pas adressée à votre collectivité. Rien n'a été enregistré.");
        membre.Lire(lecteur.Nom, horloge.Maintenant);
        var (objet, membreId) = ((Guid?)id.Valeur, (Guid?)collectivite.Valeur);
        await contexte
            .EnvoisDeCourriel.Where(e =>
                e.ObjetId == objet && e.Collectivite == membreId && e.NomDestinataire == lecteur.Nom && e.LuLe == null
            )
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.LuLe, horloge.Maintenant), annulation);
    }
}
