using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Contributions;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Les colonnes qu'un progiciel de finances attend : lesquelles, dans quel ordre, sous quel nom.</summary>
public sealed partial class PageProfil(
    TenirProfils tenir,
    ActeurCourant acteurCourant,
    Operation operation,
    NavigationManager navigation
)
{
    private List<Ligne>? _lignes;
    private string? _nom;
    private int _version;
    private bool _charge;
    private Retour? _retour;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];

    [Parameter]
    public Guid? Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var profil = Id is { } id
            ? (await tenir.ListerAsync(await acteurCourant.LireAsync())).FirstOrDefault(p => p.Id.Valeur == id)
            : null;
        _lignes = Id is not null && profil is null ? null : Lignes(profil);
        (_nom, _version, _charge) = (profil?.Nom, profil?.Version ?? 0, true);
    }

    private static List<Ligne> Lignes(ProfilDExport? profil)
    {
        var gardees = profil?.Liste ?? [];
        return
        [
            .. gardees.Select(g => new Ligne(g.Code, Nom(g.Code)) { EnTete = g.EnTete, Gardee = true }),
            .. ColonnesDesTitres
                .Toutes.Where(c => gardees.All(g => g.Code != c.Code))
                .Select(c => new Ligne(c.Code, c.EnTete) { EnTete = c.EnTete, Gardee = profil is null }),
        ];
    }

    private static string Nom(string code) => ColonnesDesTitres.Toutes.FirstOrDefault(c => c.Code == code)?.EnTete ?? code;

    private void Deplacer(int rang, int pas)
    {
        var autre = rang + pas;
        (_lignes![rang], _lignes[autre]) = (_lignes[autre], _lignes[rang]);
    }

    private async Task EnregistrerAsync()
    {
        var colonnes = _lignes!.Where(l => l.Gardee).Select(l => new ColonneDExport(l.Code, l.EnTete ?? "")).ToList();
        var retour = await operation.ExecuterAsync(
            async () =>
                await tenir.EnregistrerAsync(
                    await acteurCourant.LireAsync(),
                    Id is { } id ? new ProfilDExportId(id) : null,
                    _version,
                    _nom,
                    colonnes
                ),
            "Le profil est enregistré."
        );
        if (retour.Reussi)
        {
            navigation.NavigateTo(AdressesDesContributions.Finances);
            return;
        }

        (_erreurs, _retour) = Saisies.Repartir(retour);
    }

    private sealed class Ligne(string code, string nom)
    {
        public string Code => code;

        public string Nom => nom;

        public string? EnTete { get; set; }

        public bool Gardee { get; set; }
    }
}
