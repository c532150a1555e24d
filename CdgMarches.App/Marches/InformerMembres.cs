using CdgMarches.App.Compte;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Informe chaque membre figé d'un marché notifié : titulaire, lot, prix, date de début ; la preuve est gardée (S1, art. 3.1).</summary>
public sealed class InformerMembres(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    AdressesPubliques adresses
)
{
    /// <returns>Le nombre de membres informés, et ceux qui n'ont pas d'adresse de courriel.</returns>
    public async Task<(int Informes, IReadOnlyList<string> SansAdresse)> ExecuterAsync(
        Acteur acteur,
        MarcheId id,
        int versionLue,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var marche = await contexte.MarcheAsync(acteur, id, jeton);
                contexte.ExigerVersion(marche, versionLue);
                var figes = contexte.MembresFiges.Where(f => f.Procedure == marche.Procedure && f.Lot == marche.Lot);
                var deja = contexte.InformationsDeMembre.Where(i => i.Marche == id).Select(i => i.Collectivite);
                var aInformer = figes.Where(f => !deja.Contains(f.Collectivite)).Select(f => f.Collectivite);
                var destinataires = await contexte.DestinatairesAsync(aInformer, jeton);
                var joints = destinataires.Select(d => new Domain.Collectivites.CollectiviteId(d.Id)).ToList();
                var sans = await figes
                    .Where(f => aInformer.Contains(f.Collectivite) && !joints.Contains(f.Collectivite))
                    .OrderBy(f => f.CleDeTri)
                    .Select(f => f.Nom)
                    .ToListAsync(jeton);
                foreach (var membre in destinataires)
                {
                    var envoi = FileDeCourriels.Deposer(contexte, Lettre(marche, membre), horloge.Maintenant);
                    contexte.Add(
                        new InformationDeMembre(
                            id,
                            new Domain.Collectivites.CollectiviteId(membre.Id),
                            membre.Courriel,
                            envoi.Id,
                            horloge.Maintenant
                        )
                    );
                }

                marche.NoterLInformation(destinataires.Count);
                if (sans.Count == 0)
                {
                    (await contexte.ProcedureAsync(acteur, marche.Procedure, jeton)).Constater(
                        EtapeDeProcedure.InformationDesMembres,
                        marche.Lot,
                        horloge.Aujourdhui,
                        horloge.Aujourdhui
                    );
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return (destinataires.Count, (IReadOnlyList<string>)sans);
            },
            annulation
        );
    }

    private Courriel Lettre(Marche marche, DestinataireDeMembre membre) =>
        new(
            membre.Courriel,
            membre.Nom,
            $"Marché notifié : {marche.Objet}",
            $"Bonjour,\n\nLe marché {marche.Reference}, « {marche.Objet} », est notifié depuis le {Formats.DateLongue(marche.NotifieLe!.Value)}.\n"
                + $"Titulaire : {string.Join(", ", marche.Titulaires.Select(t => t.Nom))}.\n"
                + $"Début : {Formats.DateLongue(marche.Debut!.Value)} ; fin : {(marche.Fin is { } fin ? Formats.DateLongue(fin) : Formats.Absent)}.\n"
                + $"Lot {marche.Lot}. Vos prix et vos commandes : {adresses.De($"/espace/marches/{marche.Id.Valeur}")}\n",
            nameof(Marche),
            marche.Id.Valeur
        )
        {
            Modele = "marche.information",
            Collectivite = membre.Id,
        };
}
