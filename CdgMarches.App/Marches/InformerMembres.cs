using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Informe chaque membre figé d'un marché notifié, ou résilié ; la preuve est gardée (S1, art. 3.1 ; RG4.91).</summary>
public sealed class InformerMembres(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    ComposerCourriel composer,
    AdressesPubliques adresses
)
{
    /// <param name="acteur">Un gestionnaire.</param>
    /// <param name="id">Le marché.</param>
    /// <param name="versionLue">Sa version à l'écran.</param>
    /// <param name="objet">Ce dont les membres sont informés.</param>
    /// <param name="annulation">Abandonne.</param>
    /// <returns>Le nombre de membres informés, et ceux qui n'ont pas d'adresse de courriel.</returns>
    public async Task<(int Informes, IReadOnlyList<string> SansAdresse)> ExecuterAsync(
        Acteur acteur,
        MarcheId id,
        int versionLue,
        ObjetDInformation objet = ObjetDInformation.Notification,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        var modele = await composer.LireAsync(
            (objet is ObjetDInformation.Notification ? CourrielsDesMarches.Information : CourrielsDesMarches.Resiliation).Cle,
            annulation
        );
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var marche = await contexte.MarcheAsync(acteur, id, jeton);
                contexte.ExigerVersion(marche, versionLue);
                var figes = contexte.MembresFiges.Where(f => f.Procedure == marche.Procedure && f.Lot == marche.Lot);
                var anciennes = await contexte
                    .InformationsDeMembre.Where(i => i.Marche == id && i.Objet == objet)
                    .ToDictionaryAsync(i => i.Collectivite, jeton);
                var deja = contexte.InformationsRemises(id, objet).Select(i => i.Collectivite);
                var aInformer = figes.Where(f => !deja.Contains(f.Collectivite)).Select(f => f.Collectivite);
                var destinataires = await contexte.DestinatairesAsync(
                    await aInformer.ToListAsync(jeton),
                    horloge.Aujourdhui,
                    jeton
                );
                var sans = destinataires.SansAdresse.Select(m => m.Membre).ToList();
                var informes = destinataires.ParMembre.Count;
                marche.NoterLInformation(informes, objet);
                var prix = await contexte.PrixDuBpu.CountAsync(
                    p => p.Marche == id && p.Version == contexte.VersionsDeBpu.Where(v => v.Marche == id).Max(v => v.Numero),
                    jeton
                );
                var valeurs = objet is ObjetDInformation.Notification ? Notification(marche, prix) : Resiliation(marche);
                foreach (var membre in destinataires.ParMembre)
                {
                    var envois = membre
                        .Select(p =>
                            FileDeCourriels.Deposer(
                                contexte,
                                modele.Pour(p.Adresse, p.Nom, valeurs) with
                                {
                                    ObjetType = nameof(Marche),
                                    ObjetId = id.Valeur,
                                    Collectivite = p.Collectivite.Valeur,
                                },
                                horloge.Maintenant
                            )
                        )
                        .ToList();
                    if (anciennes.TryGetValue(membre.Key, out var ancienne))
                    {
                        ancienne.Refaire(envois[0].Destinataire, envois[0].Id, horloge.Maintenant);
                    }
                    else
                    {
                        contexte.Add(
                            new InformationDeMembre(
                                id,
                                membre.Key,
                                objet,
                                envois[0].Destinataire,
                                envois[0].Id,
                                horloge.Maintenant
                            )
                        );
                    }
                }

                if (sans.Count == 0 && objet is ObjetDInformation.Notification)
                {
                    (await contexte.ProcedureAsync(acteur, marche.Procedure, jeton)).Constater(
                        EtapeDeProcedure.InformationDesMembres,
                        marche.Lot,
                        horloge.Aujourdhui,
                        horloge.Aujourdhui
                    );
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return (informes, (IReadOnlyList<string>)sans);
            },
            annulation
        );
    }

    private Dictionary<string, string> Notification(Marche marche, int prix) =>
        Communes(
            marche,
            ("notification", Formats.DateLongue(marche.NotifieLe!.Value)),
            ("titulaires", string.Join(", ", marche.Titulaires.Select(t => t.Nom))),
            ("debut", Formats.DateLongue(marche.Debut!.Value)),
            ("fin", marche.Fin is { } fin ? Formats.DateLongue(fin) : Formats.Absent),
            (
                "montant",
                $"{Formats.Montant(marche.Montant)}{(marche.Maximum is { } maximum ? $", maximum {Formats.Montant(maximum)} pour tous les membres" : "")}"
            ),
            (
                "bordereau",
                prix == 0
                    ? "Le bordereau des prix sera publié"
                    : $"Le bordereau de {Formats.Compter(prix, "prix", "prix")} se lit et s'exporte"
            )
        );

    private Dictionary<string, string> Resiliation(Marche marche) =>
        Communes(
            marche,
            ("resiliation", Formats.DateLongue(marche.ResilieLe!.Value)),
            ("cas", marche.CasDeLaResiliation!.Value.Libelle()),
            ("motif", marche.MotifDeLaResiliation ?? "")
        );

    private Dictionary<string, string> Communes(Marche marche, params ReadOnlySpan<(string Champ, string Valeur)> autres)
    {
        var valeurs = new Dictionary<string, string>
        {
            ["reference"] = marche.Reference,
            ["objet"] = marche.Objet,
            ["lot"] = Formats.Nombre((long)marche.Lot),
            ["lien"] = adresses.De($"/espace/marches/{marche.Id.Valeur}"),
        };
        foreach (var (champ, valeur) in autres)
        {
            valeurs[champ] = valeur;
        }

        return valeurs;
    }
}
