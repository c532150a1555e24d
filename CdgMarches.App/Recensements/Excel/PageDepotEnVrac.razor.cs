using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Le dépôt en vrac : les classeurs rendus, un aperçu pour tous, un rapport pour tous.</summary>
public sealed partial class PageDepotEnVrac(
    LireDepot lire,
    DeposerEnVrac deposer,
    AnnulerImport annuler,
    FileDeTravaux file,
    ActeurCourant acteur,
    Operation operation,
    HorlogeLegale horloge,
    NavigationManager navigation
)
{
    private const long TailleMax = 10 * 1024 * 1024;
    private DepotLu? _depot;
    private HashSet<Guid> _choisis = [];
    private Retour? _retour;
    private Guid? _travail;
    private Guid? _charge;
    private bool _introuvable;
    private int _recus;
    private int _aRecevoir;
    private FichierDeDepot? _aAnnuler;
    private Confirmation? _annulation;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "depot")]
    public Guid? Depot { get; set; }

    /// <summary>Le travail en cours, gardé dans l'adresse : recharger la page ne le perd pas.</summary>
    [SupplyParameterFromQuery(Name = "travail")]
    public Guid? Travail { get; set; }

    private string TexteDeLAnnulation =>
        $"{Formats.Compter(_aAnnuler?.Import.Ecrites ?? 0, "ligne")} {GrammaireDuNom.De(_aAnnuler?.Membre ?? "")} reprendront leurs valeurs d'avant. Celles que quelqu'un a changées depuis sont gardées ; les autres fichiers du dépôt ne changent pas.";

    private IReadOnlyList<Lien> Fil => [new("Recensements", "/recensements"), new(_depot!.Intitule, $"/recensements/{Id}")];

    protected override async Task OnParametersSetAsync()
    {
        _travail = Travail;
        await ChargerAsync();
    }

    private static Ton Ton(FichierDeDepot fichier) =>
        fichier.Import.Etat switch
        {
            EtapeDImport.Refuse => Socle.Composants.Ton.Alerte,
            EtapeDImport.Apercu when fichier.Import.Erreurs > 0 => Socle.Composants.Ton.Attention,
            EtapeDImport.Apercu => Socle.Composants.Ton.Info,
            EtapeDImport.Applique => Socle.Composants.Ton.Positif,
            _ => Socle.Composants.Ton.Neutre,
        };

    private async Task ChargerAsync()
    {
        _depot = await lire.ExecuterAsync(await acteur.LireAsync(), new CampagneId(Id), Depot);
        _introuvable = _depot is null;
        var applicables = _depot?.Fichiers.Where(f => f.EstApplicable).ToList() ?? [];
        if (_charge == Depot && _choisis.Count > 0)
        {
            _choisis.IntersectWith(applicables.Select(f => f.Import.Id));
            return;
        }

        _charge = Depot;
        _choisis = [.. applicables.Where(f => f.Import.Erreurs == 0).Select(f => f.Import.Id)];
    }

    private void Choisir(Guid id, bool choisi)
    {
        if (choisi)
        {
            _choisis.Add(id);
        }
        else
        {
            _choisis.Remove(id);
        }
    }

    private async Task RecevoirAsync(IReadOnlyList<FichierRecu> fichiers)
    {
        var depot = Guid.CreateVersion7();
        (_recus, _aRecevoir) = (0, fichiers.Count);
        _retour = await operation.ExecuterAsync(async () =>
        {
            var deposant = await acteur.LireAsync();
            foreach (var fichier in fichiers)
            {
                await using var contenu = File.OpenRead(fichier.Chemin);
                await deposer.RecevoirAsync(deposant, new CampagneId(Id), depot, contenu, fichier.Nom);
                _recus++;
                StateHasChanged();
            }

            return $"{Formats.Compter(fichiers.Count, "fichier reçu", "fichiers reçus")}. Rien n'est encore importé.";
        });
        if (_recus > 0)
        {
            await ExaminerAsync(depot, _recus);
        }

        _recus = 0;
    }

    private Task ExaminerAsync() => ExaminerAsync(Depot!.Value, _depot!.Nombre(EtapeDImport.Recu));

    private async Task ExaminerAsync(Guid depot, int fichiers)
    {
        if (fichiers <= DeposerEnVrac.SansTravailJusqua)
        {
            var retour = await operation.ExecuterAsync(
                async () => await deposer.ExaminerAsync(await acteur.LireAsync(), new CampagneId(Id), depot),
                "Les classeurs sont lus : voici ce qu'ils changeraient."
            );
            _retour = retour;
            await AllerAsync(depot, null);
            return;
        }

        await LancerAsync(depot, ExaminerLeDepot.Type, "Lecture d'un dépôt de classeurs", new DemandeDeDepot(Id, depot));
    }

    private async Task AppliquerAsync(ModeDImport mode)
    {
        var depot = Depot!.Value;
        if (_choisis.Count <= DeposerEnVrac.SansTravailJusqua)
        {
            _retour = await operation.ExecuterAsync(async () =>
            {
                await deposer.AppliquerAsync(await acteur.LireAsync(), new CampagneId(Id), depot, _choisis, mode);
                return "Les classeurs choisis sont traités : l'état de chacun est à jour.";
            });
            await ChargerAsync();
            return;
        }

        await LancerAsync(
            depot,
            AppliquerLeDepot.Type,
            "Import d'un dépôt de classeurs",
            new DemandeDeDepot(Id, depot, [.. _choisis], mode)
        );
    }

    private Task DemanderAnnulationAsync(FichierDeDepot fichier)
    {
        _aAnnuler = fichier;
        return _annulation!.OuvrirAsync();
    }

    private async Task AnnulerAsync()
    {
        _retour = await operation.ExecuterAsync(async () =>
            AnnulerImport.Phrase(await annuler.ExecuterAsync(await acteur.LireAsync(), _aAnnuler!.Import.Id))
        );
        await ChargerAsync();
    }

    private async Task LancerAsync(Guid depot, string type, string libelle, DemandeDeDepot demande)
    {
        Guid? lance = null;
        var retour = await operation.ExecuterAsync(
            async () =>
                lance = await file.LancerAsync(await acteur.LireAsync(), type, libelle, Droits.GererRecensements, demande),
            ""
        );
        _retour = retour.Reussi ? null : retour;
        await AllerAsync(depot, lance);
    }

    private async Task AllerAsync(Guid depot, Guid? travail)
    {
        if (depot == Depot && travail == Travail)
        {
            await ChargerAsync();
            return;
        }

        navigation.NavigateTo($"/recensements/{Id}/depot?depot={depot}{(travail is { } suivi ? $"&travail={suivi}" : "")}");
    }

    private async Task FiniAsync(TravailSuivi _)
    {
        _choisis.Clear();
        await ChargerAsync();
        StateHasChanged();
    }
}
